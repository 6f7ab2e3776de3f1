import type { IDataObject } from 'n8n-workflow';

import { refused, sent } from '../builders';
import type { Topic } from '../types';

const COLUMN = "column 'social_security_number'";
const NOT_NINE = `${COLUMN}: is not written as nine digits, with or without hyphens (NNN-NN-NNNN)`;
const LOST_ZEROS = `${COLUMN}: holds a number with fewer than nine digits, so leading zeros were lost; give it as text in the source`;
const LOST_DIGITS = `${COLUMN}: holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)`;
const INVISIBLE = `${COLUMN}: holds an invisible character, such as a zero-width space; remove it in the source`;
const NO_TEXT = `${COLUMN}: holds an object or a list where text belongs`;

const no = (name: string, social_security_number: unknown, says: string) =>
	refused(name, { social_security_number } as IDataObject, says);
const yes = (name: string, social_security_number: unknown, sentAs: string) =>
	sent(name, { social_security_number } as IDataObject, { social_security_number: sentAs });

export const SOCIAL_SECURITY_NUMBERS: Topic = {
	name: 'Social security numbers',
	cases: [
		no('eight digits', '90012345', NOT_NINE),
		no('ten digits', '9001234567', NOT_NINE),
		no('only the last four digits', '6543', NOT_NINE),
		no('masked by the source', 'XXX-XX-6543', NOT_NINE),
		no('masked with bullets', '•••-••-6543', NOT_NINE),
		no('a letter O for a zero', '9OO-12-3456', NOT_NINE),
		no('spaces in place of hyphens', '900 12 3456', NOT_NINE),
		no('dots in place of hyphens', '900.12.3456', NOT_NINE),
		no('en dashes, as a word processor writes them', '900–12–3456', NOT_NINE),
		no('hyphens that do not break', '900‑12‑3456', NOT_NINE),
		no('hyphens in other places', '90-012-3456', NOT_NINE),
		no('grouped like an employer number', '90-0123456', NOT_NINE),
		no('its name in front', 'SSN 900-12-3456', NOT_NINE),
		yes('an apostrophe in front, as spreadsheets show text', "'900123456", '900-12-3456'),
		yes('a formula that holds it as text', '="900123456"', '900-12-3456'),
		no('full-width digits', '９００１２３４５６', NOT_NINE),
		no('Arabic digits', '٩٠٠١٢٣٤٥٦', NOT_NINE),
		no('two in one cell', '900-12-3456 / 900-12-3457', NOT_NINE),
		no('words', 'not on file', NOT_NINE),
		no('a soft hyphen inside', '900\u00ad12\u00ad3456', INVISIBLE),
		no('a number that lost its zeros', 1234567, LOST_ZEROS),
		no('a number of ten digits', 9001234567, NOT_NINE),
		no('a negative number', -900123456, NOT_NINE),
		no('a number with decimals', 900123456.5, NOT_NINE),
		no('a number in scientific notation', 9.00123456e21, LOST_DIGITS),
		no('a number of cents and rounding', 0.1 + 0.2, LOST_DIGITS),
		no('a list with two numbers', ['900-12-3456', '900-12-3457'], NO_TEXT),
		yes('a list with one number', ['900-12-3456'], '900-12-3456'),
		no('an object with one number', { value: '900-12-3456' }, NO_TEXT),
		no('bytes', Buffer.from('900-12-3456'), NO_TEXT),
		no('false', false, `${COLUMN}: holds true or false where text belongs`),
		no('a date', new Date('1990-01-31'), `${COLUMN}: holds a date where text belongs`),
		...['000-12-3456', '666-12-3456', '900-00-3456', '900-12-0000'].map((number) =>
			no(
				`a number that is never given out: ${number}`,
				number,
				`${COLUMN}: is a number that is never issued: it begins with 000 or 666, or has 00 in the middle or 0000 at the end`,
			),
		),
		...['078-05-1120', '219099999'].map((number) =>
			no(
				`a number from a sample card: ${number}`,
				number,
				`${COLUMN}: was published as an example, and is nobody's`,
			),
		),
		yes('a number of nine digits', 900123456, '900-12-3456'),
		yes('a big integer', 900123456n, '900-12-3456'),
		yes('one hyphen only', '900-123456', '900-12-3456'),
		no(
			'a ZIP code of nine digits',
			'90012-3456',
			`${COLUMN}: is written like a ZIP+4 code (NNNNN-NNNN), not like a social security number`,
		),
		yes('marks of direction around it', '\u202d900-12-3456\u202c', '900-12-3456'),
		yes('blanks that do not break around it', '\u00a0900123456\u00a0', '900-12-3456'),
		yes('nothing but blanks', '   ', ''),
	],
};
