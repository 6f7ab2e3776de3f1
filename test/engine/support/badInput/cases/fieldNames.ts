import type { IDataObject } from 'n8n-workflow';

import { refusedRows, refusedRun, taken } from '../builders';
import type { BadInput, BadInputCase, Expected, Topic } from '../types';

const TAXPAYER =
	"In 1 row 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs";
const ONLY_ID = '1 row would have an ID, but nothing that says who it is';
const NO_LAST_NAME = 'No field gives Last Name, so no row has one';
const NO_COLUMN = 'No input field fits any column, so nothing was sent';
const RENAME =
	"Rename them to reference_id, name_first, name_middle, name_last, birthdate, social_security_number, tags, or set 'Mapping Column Mode' to Map Each Column Manually.";
const LIKE_VALUES =
	'The names of the fields look like values: the header line may be missing in the source.';
const REJECT: BadInput = { parameters: { options: { unmatchedFields: 'reject' } } };
const LET_GO = "Remove these fields before this node, or set 'Unmatched Fields' to Ignore.";

const none = (name: string, row: IDataObject, fields: string, more: Partial<Expected> = {}) =>
	refusedRun(name, { rows: [row] }, NO_COLUMN, `${fields} ${RENAME}`, more);

/** One row whose fields end in these cells, with these hints. */
function mapped(
	name: string,
	rows: IDataObject[],
	cells: Readonly<Record<string, string>>,
	hints: string[] = [],
	more: Partial<Expected> = {},
): BadInputCase {
	const all = [{ reference_id: 'zqx-0' }, ...rows];
	return taken(name, { rows: all }, { accepted: all.length, cells, hints, ...more });
}

const rejected = (name: string, row: IDataObject, message: string, description: string) =>
	refusedRun(name, { ...REJECT, rows: [row] }, message, description);

/** As JSON from elsewhere has them; written in code, this name would set the prototype. */
const INHERITED = JSON.parse(
	'{ "__proto__": "zqx-proto", "constructor": "zqx-constructor", "toString": "zqx-text", "name_first": "Zqxfirst" }',
) as IDataObject;
const wide = Object.fromEntries(
	Array.from({ length: 500 }, (_, n) => [`Custom ${n}`, 'zqx-value']),
);

const BELOW = { contact: { first_name: 'Zqxfirst', birthdate: '1990-01-31' } };
const GERMAN = { Vorname: 'Zqxfirst', Nachname: 'Zqxlast' };

export const FIELD_NAMES: Topic = {
	name: 'Names of fields',
	cases: [
		none(
			'no field that fits',
			{ Email: 'zqx@example.com', Phone: 'zqx-555' },
			'The fields are: Email, Phone.',
		),
		none(
			'a header line that is missing',
			{ Zqxfirst: 'Zqxsecond', '1990-01-31': '1991-01-31', '900-12-3456': '900-12-3457' },
			LIKE_VALUES,
		),
		none('rows keyed by email address', { 'zqx@example.com': 'zqx-yes' }, LIKE_VALUES),
		none(
			'fields that are only numbers of columns',
			{ 0: 'zqx-reference', 1: 'Zqxfirst' },
			LIKE_VALUES,
		),
		taken(
			'everything below one field',
			{ rows: [BELOW, BELOW] },
			{ accepted: 2, cells: { name_first: 'Zqxfirst', birthdate: '1990-01-31' } },
		),
		none(
			'names with tags of HTML',
			{ Email: 'zqx', '<b onclick="zqx()">Email</b>': 'zqx-email' },
			'The fields are: Email, &lt;b onclick="zqx()"&gt;Email&lt;/b&gt;.',
		),
		none(
			'a name of 10,000 characters',
			{ Email: 'zqx', ['Email '.repeat(1_667)]: 'zqx-email' },
			'The fields are: Email, Email Email Email Email Email Email Ema….',
		),
		none(
			'500 fields',
			{ Email: 'zqx', ...wide },
			`The fields are: Email, ${Array.from({ length: 19 }, (_, n) => `Custom ${n}`).join(', ')} and 481 more.`,
		),
		none(
			'a name with half an emoji',
			{ Email: 'zqx', 'Email\ud83d': 'zqx-email' },
			'The fields are: Email, Email\ufffd.',
		),
		none(
			'a name of nothing',
			{ Email: 'zqx', '': 'zqx-nameless' },
			'The fields are: Email, (no name).',
		),
		taken(
			'names in another language',
			{ rows: [GERMAN, GERMAN] },
			{ accepted: 2, cells: { name_first: 'Zqxfirst', name_last: 'Zqxlast' } },
		),
		refusedRun(
			'first and last name in one field',
			{ rows: [{ 'Full Name': 'Zqxfirst Zqxlast' }] },
			NO_COLUMN,
			/^'Full Name' holds whole names, and Persona takes first and last names apart\. Set 'Mapping Column Mode' to Map Each Column Manually/,
		),
		rejected(
			'one field too many, Reject',
			{ name_first: 'Zqxfirst', Email: 'zqx-email' },
			'1 input field fits no column, so nothing was sent',
			`No column for: Email. ${LET_GO}`,
		),
		rejected(
			'500 fields too many, Reject',
			{ name_first: 'Zqxfirst', ...wide },
			'500 input fields fit no column, so nothing was sent',
			`No column for: ${Array.from({ length: 20 }, (_, n) => `Custom ${n}`).join(', ')} and 480 more. ${LET_GO}`,
		),
		rejected(
			'fields named by values, Reject',
			{ Born: 'zqx-born', '900123456': 'zqx-number', Zqxfirst: 'zqx-name' },
			'2 input fields fit no column, so nothing was sent',
			`${LIKE_VALUES} ${LET_GO}`,
		),
		mapped('names that objects inherit', [INHERITED], { name_first: 'Zqxfirst' }, [
			ONLY_ID,
			NO_LAST_NAME,
			'3 fields were ignored: __proto__, constructor, toString',
		]),
		mapped(
			'two fields whose names differ in case',
			[{ SSN: '900-12-3456', ssn: '900-12-3457' }],
			{ social_security_number: '900-12-3456' },
			["'SSN' was used, not 'ssn', which is different in 1 row", TAXPAYER],
		),
		mapped(
			'the same name in another case in another item',
			[{ 'First Name': 'Zqxfirst' }, { first_name: 'Zqxsecond' }],
			{ name_first: 'Zqxfirst' },
			[],
			{ hints: undefined },
		),
		refusedRun(
			"several IDs that may be the row's",
			{ rows: [{ id: 'zqx-row-7', 'Contact ID': 'zqx-1', uuid: 'zqx-uuid' }] },
			"The fields 'id', 'Contact ID', 'uuid' hold different IDs in 1 row, so nothing was sent",
			/^Only you know which of them is the Reference ID\./,
		),
		mapped(
			'spaces, dashes and accents in a name',
			[{ ' Prénom ': 'zqx-prenom', '  SOCIAL--security_Number ': '900-12-3456' }],
			{ name_first: 'zqx-prenom', social_security_number: '900-12-3456' },
			[TAXPAYER],
		),
		mapped('a byte order mark in front of a name', [{ '\ufefffirst_name': 'Zqxfirst' }], {
			name_first: 'Zqxfirst',
		}),
		mapped('full-width letters', [{ ｆｉｒｓｔ＿ｎａｍｅ: 'Zqxfirst' }], {
			name_first: 'Zqxfirst',
		}),
		mapped(
			'fields that only some items have',
			[{ name_first: 'Zqxfirst' }, { birthdate: '1990-01-31' }],
			{ name_first: 'Zqxfirst', birthdate: '' },
		),
		mapped(
			'an ignored field named by a value',
			[{ name_first: 'Zqxfirst', name_last: 'Zqxlast', 'zqx@example.com': 'zqx-yes' }],
			{ name_last: 'Zqxlast' },
			[ONLY_ID, '1 field was ignored, whose name looks like a value'],
		),
		mapped(
			'an ignored name that is cut off inside of an emoji',
			[{ name_first: 'Zqxfirst', [`${'x'.repeat(38)}👩‍👩‍👧`]: 'zqx-emoji' }],
			{ name_first: 'Zqxfirst' },
			[ONLY_ID, NO_LAST_NAME, `1 field was ignored: ${'x'.repeat(38)}👩…`],
		),
		refusedRows(
			'a column between commas, as a list',
			{ rows: [{ 'First Name': ['Zqxfirst', 'Zqxsecond'] }] },
			{
				0: "column 'name_first' (your field 'First Name'): holds an object or a list where text belongs",
			},
		),
	],
};
