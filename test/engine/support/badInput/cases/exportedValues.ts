import type { IDataObject } from 'n8n-workflow';

import { refused, sent } from '../builders';
import type { BadInput, BadInputCase, Topic } from '../types';

const SSN = "column 'social_security_number'";
const NOT_NINE = `${SSN}: is not written as nine digits, with or without hyphens (NNN-NN-NNNN)`;
const NO_SSN = `${SSN}: holds a placeholder such as N/A, not a value; empty it in the source, or set the option 'Placeholder Values' to Treat as Empty`;
const BIRTHDATE = "column 'birthdate'";
const UNREAD = `${BIRTHDATE}: is not a date that Detect can read; choose how it is written in the option 'Birthdate Format'`;
const IMPOSSIBLE = `${BIRTHDATE}: is not a day that exists in the calendar`;
const NO_DAY = `${BIRTHDATE}: holds a placeholder such as N/A, not a value; empty it in the source, or set the option 'Placeholder Values' to Treat as Empty`;
const TWO_DIGITS = `${BIRTHDATE}: has a year with two digits; write all four`;
const TOO_EARLY = `${BIRTHDATE}: is before the year 1900`;
const NO_TEXT = `${BIRTHDATE}: holds an object or a list where text belongs`;
function no(column: string, values: readonly unknown[], about: string, says: string) {
	return values.map((value) => {
		const shown = typeof value === 'string' ? value : JSON.stringify(value);
		return refused(`${about}: ${shown}`, { [column]: value } as IDataObject, says);
	});
}

function day(name: string, value: unknown, sentAs: string, input: BadInput = {}): BadInputCase {
	return sent(name, { birthdate: value } as IDataObject, { birthdate: sentAs }, input);
}

export const EXPORTED_NUMBERS: Topic = {
	name: 'Social security numbers as exports hold them',
	cases: [
		...no(
			'social_security_number',
			[
				...['***-**-6543', 'xxx-xx-6543', '*****6543', 'ENC[zqx]', '$2a$10$zqxzqx'],
				...['9.00123E+08', '900,123,456', '900_12_3456', '(900) 12-3456', '900-123-456'],
				...[
					'900-12-345',
					'90-01-23456',
					'l23-45-6789',
					'900-12-3456 (SSN)',
					'900-12-3456;900-12-3457',
				],
				...[
					'AB123456C',
					'1 85 05 78 006 084 36',
					'756.1234.5678.97',
					'12345678Z',
					'RSSMRA85T10A562S',
				],
				...['850101-1234', '123.456.789-09', '1990-04-05', 'refused', 'no ssn', 'TRUE'],
			],
			'a mask, another number or a remark',
			NOT_NINE,
		),
		...no(
			'social_security_number',
			['#ARG!', 'Loading...', 'None', 'unbekannt', '(vacío)'],
			'no number',
			NO_SSN,
		),
	],
};

const FIRESTORE = [
	{ seconds: 639273600, nanoseconds: 0 },
	{ _seconds: 639273600, _nanoseconds: 0 },
];

export const EXPORTED_DATES: Topic = {
	name: 'Birthdates as exports hold them',
	cases: [
		day('a day of Notion', { start: '1990-04-05', end: null }, '1990-04-05'),
		day('a day of MongoDB', { $date: '1990-04-05T00:00:00Z' }, '1990-04-05'),
		day('a day of Google People', { year: 1990, month: 4, day: 5 }, '1990-04-05'),
		day('Japanese', '1990年4月5日', '1990-04-05'),
		day('Korean', '1990년 4월 5일', '1990-04-05'),
		day('German', 'Donnerstag, 5. April 1990', '1990-04-05'),
		day('French', '1er avril 1990', '1990-04-01'),
		day('Spanish', '5 de abril de 1990', '1990-04-05'),
		day('Russian', '5 апреля 1990 г.', '1990-04-05'),
		day('JavaScript', 'Thu Apr 05 1990 00:00:00 GMT+0200 (CEST)', '1990-04-05'),
		day('PostgreSQL', '1990-04-05 00:00:00+00', '1990-04-05'),
		...no('birthdate', ['平成2年4月5日', 'H2.4.5', '05APR1990', '1990-095'], 'another way', UNREAD),
		...no(
			'birthdate',
			[
				'XX/XX/1990',
				'1990-XX-XX',
				'circa 1990',
				'36 years',
				'DOB: 04/05/1990',
				'1990-04-05 / 1991-04-05',
			],
			'a part, a guess or more than a day',
			UNREAD,
		),
		...no(
			'birthdate',
			['Date of Birth', 'Geburtsdatum', '/Date(639273600000)/', 'ISODate("1990-04-05")'],
			'a header, or code',
			UNREAD,
		),
		...no('birthdate', ['00/00/0000', '1/0/1900', '29/02/1990'], 'no day', IMPOSSIBLE),
		...no('birthdate', ['5-Apr-90', '04/05/90', '5.4.90', '90-04-05'], 'two digits', TWO_DIGITS),
		...no('birthdate', ['0001-01-01', '1899-12-30', '1753-01-01'], 'the first day', TOO_EARLY),
		...no('birthdate', FIRESTORE, 'a moment of Firestore', NO_TEXT),
		...no('birthdate', ['#ARG!', '#ЗНАЧ!', 'Loading...', 'Unbekannt', '-'], 'no date', NO_DAY),
	],
};
