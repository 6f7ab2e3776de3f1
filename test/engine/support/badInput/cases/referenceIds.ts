import type { IDataObject } from 'n8n-workflow';

import { refused, refusedRows, sent, taken } from '../builders';
import type { BadInput, BadInputCase, Topic } from '../types';

const COLUMN = "column 'reference_id'";
const sameAs = (item: number, apart = '') =>
	`${COLUMN}: is the same ID as that of item ${item}${apart}; see the option 'Duplicate Reference IDs'`;
const APART = ', apart from upper and lower case';
const LOST_DIGITS = `${COLUMN}: holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)`;
const ZEROS = 'is the same as in another row, apart from leading zeros: check which is right';
const PLACEHOLDER =
	"column 'name_first': holds a placeholder such as N/A, not a value; empty it in the source, or set the option 'Placeholder Values' to Treat as Empty";
const INVISIBLE = `${COLUMN}: holds an invisible character, such as a zero-width space; remove it in the source`;
const NO_TEXT = `${COLUMN}: holds an object or a list where text belongs`;

const no = (name: string, reference_id: unknown, says: string) =>
	refused(name, { reference_id, name_first: 'Zqxfirst' } as IDataObject, says);
const yes = (name: string, reference_id: unknown, sentAs: string) =>
	sent(name, { reference_id, name_first: 'Zqxfirst' } as IDataObject, { reference_id: sentAs });

const idRows = (...ids: unknown[]) =>
	ids.map((reference_id, index) => ({
		reference_id,
		name_first: `Zqx${'abcdefgh'[index]}`,
	})) as IDataObject[];

const ids = (...values: unknown[]): { rows: IDataObject[] } => ({ rows: idRows(...values) });

function policy(name: string, duplicates: string, rows: IDataObject[], accepted: number) {
	const input: BadInput = { rows, parameters: { options: { duplicates } } };
	const merged = rows.length - accepted;
	const hint = `${merged} row${merged === 1 ? '' : 's'} with a repeated reference ID ${merged === 1 ? 'was' : 'were'} left out`;
	return taken(name, input, { accepted, merged, hints: merged === 0 ? [] : [hint] });
}

const DUPLICATES: BadInputCase[] = [
	refusedRows('the same ID twice', ids('zqx-1', 'zqx-2', 'zqx-1'), { 0: sameAs(2), 2: sameAs(0) }),
	refusedRows('two IDs that differ in case', ids('zqx-a', 'ZQX-A'), {
		0: sameAs(1, APART),
		1: sameAs(0, APART),
	}),
	refusedRows('a space after one of two', ids('zqx-1', 'zqx-1 '), { 0: sameAs(1), 1: sameAs(0) }),
	refusedRows('a number and its text', ids(100200, '100200'), { 0: sameAs(1), 1: sameAs(0) }),
	refusedRows('three times the same', ids('zqx-1', 'zqx-1', 'zqx-1', 'zqx-2'), {
		0: sameAs(1),
		1: sameAs(0),
		2: sameAs(0),
	}),
	refusedRows(
		'one of two equal IDs in a row that cannot go anyway',
		{ rows: [{ reference_id: 'zqx-1' }, { reference_id: 'zqx-1', birthdate: 'zqx-day' }] },
		{
			0: sameAs(1),
			1: [
				"column 'birthdate': is not a date that Detect can read; choose how it is written in the option 'Birthdate Format'",
				sameAs(0),
			],
		},
	),
	taken('several rows without an ID', ids('', null, undefined, 'zqx-1'), { accepted: 4 }),
	taken('IDs that differ in leading zeros', ids('0007', '007', '7', '8', '80', '09'), {
		accepted: 6,
		hints: [`In 2 rows 'reference_id' ${ZEROS}`],
	}),
	refusedRows(
		'the ID of a row that cannot go, with a leading zero',
		{ rows: [{ reference_id: '0918273' }, { reference_id: '918273', name_first: 'N/A' }] },
		{ 1: PLACEHOLDER },
		{ hints: [`In 1 row 'reference_id' ${ZEROS}`] },
	),
	taken('IDs that differ in accents', ids('zqx-é', 'zqx-e'), { accepted: 2 }),
	policy('equal IDs, Keep First', 'keepFirst', idRows('zqx-1', 'zqx-1', 'zqx-2'), 2),
	policy('equal IDs, Keep Last', 'keepLast', idRows('zqx-1', 'ZQX-1', 'zqx-1 '), 1),
	policy('equal IDs, Send', 'send', idRows('zqx-1', 'zqx-1'), 2),
];

export const REFERENCE_IDS: Topic = {
	name: 'Reference IDs',
	cases: [
		no('a number of 17 digits, which JavaScript rounds', Number('12345678901234567'), LOST_DIGITS),
		no('a number with an exponent', 1e21, LOST_DIGITS),
		no('the text of a row number that is no number', NaN, LOST_DIGITS),
		no('infinity, from a division by zero', -Infinity, LOST_DIGITS),
		yes('a zero-width space after it', 'zqx-1\u200b', 'zqx-1'),
		yes('a byte order mark in front of it', '\ufeffzqx-1', 'zqx-1'),
		no('an override of direction inside', 'zqx\u202e-1', INVISIBLE),
		no('an object as CRMs give it', { id: 'zqx-1', type: 'contact' }, NO_TEXT),
		no('a list of IDs', ['zqx-1', 'zqx-2'], NO_TEXT),
		no('true', true, `${COLUMN}: holds true or false where text belongs`),
		no(
			'a line that was cut off inside of an emoji',
			'zqx-\ud83d',
			`${COLUMN}: holds half of a character, as when text is cut off inside of an emoji; fix it in the source`,
		),
		no(
			'a NUL at its end, as some databases pad text',
			'zqx-1\u0000',
			`${COLUMN}: holds an invisible control character; remove it in the source`,
		),
		yes('minus zero', -0, '0'),
		yes('a big integer that no number can hold', 2n ** 70n, '1180591620717411303424'),
		yes('the largest whole number that is exact', 9007199254740991, '9007199254740991'),
		yes('a decimal number', 1.25, '1.25'),
		yes('a comma inside', 'zqx,1', 'zqx,1'),
		yes('spaces around it', ' zqx-1 ', 'zqx-1'),
		yes('10,000 characters', 'zqx'.repeat(3_334), 'zqx'.repeat(3_334)),
		no(
			'the word null',
			'null',
			`${COLUMN}: holds a placeholder such as N/A, which is no ID; empty it in the source, or give each row its own`,
		),
		yes('the name of what objects inherit', 'constructor', 'constructor'),
		...DUPLICATES,
	],
};
