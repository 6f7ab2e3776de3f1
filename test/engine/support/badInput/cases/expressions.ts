import type { IDataObject } from 'n8n-workflow';

import { refusedRows, refusedRun, taken } from '../builders';
import type { BadInput, BadInputCase, Expected, Topic } from '../types';

const UNRESOLVED = (column: string) =>
	`column '${column}': has an expression that could not be resolved for this item; the editor shows why`;
const NO_TEXT = "column 'name_first': holds an object or a list where text belongs";
const noTextIn = (field: string) => NO_TEXT.replace(':', ` (your field '${field}'):`);
const NO_MAPPED = "No column under 'Values to Send' is mapped";
const DRAG = 'Drag an input field onto at least one of them.';

const ROWS = [
	{
		reference_id: 'zqx-0',
		first: 'Zqxfirst',
		nested: { name: 'Zqxnested' },
		list: ['Zqxlist', 'Zqxother'],
	},
	{
		reference_id: 'zqx-1',
		first: 'Zqxsecond',
		nested: { name: 'Zqxother' },
		list: ['Zqxmore', 'Zqxother'],
	},
];

function byHand(value: unknown, more: BadInput = {}): BadInput & { rows: IDataObject[] } {
	const columns = { mappingMode: 'defineBelow', value } as IDataObject;
	return { rows: ROWS, ...more, parameters: { columns, ...more.parameters } };
}

const withName = (name_first: unknown) =>
	byHand({ reference_id: '={{ $json.reference_id }}', name_first });

const both = (name: string, expression: unknown, says: string) =>
	refusedRows(name, withName(expression), { 0: says, 1: says });

const yes = (name: string, expression: unknown, name_first: string, more: Partial<Expected> = {}) =>
	taken(name, withName(expression), { accepted: 2, cells: { name_first }, ...more });

/** A column that gets nothing, which only stops the run where the user has not said to go on. */
const empty = (name: string, expression: unknown): BadInputCase => ({
	name,
	input: withName(expression),
	expected: {
		stop: {
			message: "'First Name' is mapped but empty in all 2 rows, so nothing was sent",
			description: /^'First Name' is mapped but empty in all 2 rows\. Check its expression\./,
		},
		messages: [],
		rejected: 0,
		blank: 0,
		merged: 0,
		accepted: 2,
		hints: ["'First Name' is mapped but empty in all 2 rows. Check its expression"],
	},
});

const noColumn = (name: string, value: unknown) => refusedRun(name, byHand(value), NO_MAPPED, DRAG);

export const EXPRESSIONS: Topic = {
	name: 'Columns mapped by hand, and expressions',
	cases: [
		both(
			'a node that does not exist',
			"={{ $('Missing node').item.json.first }}",
			UNRESOLVED('name_first'),
		),
		both('a bracket that is missing', '={{ $json.first.trim( }}', UNRESOLVED('name_first')),
		empty('text that is no JSON, of which n8n makes nothing', '={{ JSON.parse($json.first) }}'),
		empty(
			'something thrown by the user, of which n8n makes nothing',
			'={{ (() => { throw new Error($json.first) })() }}',
		),
		yes('a word that means nothing, of which n8n makes nothing', '={{ zqxnothing }}', ''),
		both('the whole item', '={{ $json }}', NO_TEXT),
		both('an object in it', '={{ $json.nested }}', noTextIn('nested')),
		both('a list in it', '={{ $json.list }}', noTextIn('list')),
		both(
			'a comparison',
			"={{ $json.first === 'Zqxfirst' }}",
			"column 'name_first': holds true or false where text belongs",
		),
		both(
			'the current time',
			'={{ $now.toJSDate() }}',
			"column 'name_first': holds a date where text belongs",
		),
		both(
			'a division by zero',
			'={{ 1 / 0 }}',
			"column 'name_first': holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)",
		),
		refusedRows(
			'one item for which it cannot be resolved',
			withName("={{ $json.first === 'Zqxsecond' ? $('Missing').item : $json.first }}"),
			{ 1: UNRESOLVED('name_first') },
		),
		refusedRows(
			'two columns that cannot be resolved',
			byHand({
				reference_id: "={{ $('Missing').item.json.x }}",
				name_first: "={{ $('Missing').item.json.y }}",
			}),
			{
				0: [UNRESOLVED('reference_id'), UNRESOLVED('name_first')],
				1: [UNRESOLVED('reference_id'), UNRESOLVED('name_first')],
			},
		),
		empty('a field that no item has', '={{ $json.nothing }}'),
		empty('a step into nothing', '={{ $json.nothing.deeper }}'),
		empty('a step into nothing, by the expression engine', '={{ $json.nothing.deeper.trim() }}'),
		both('what objects inherit', '={{ $json.constructor.name }}', UNRESOLVED('name_first')),
		both('nothing between the braces', '={{ }}', UNRESOLVED('name_first')),
		yes('text around an expression', '=Dr. {{ $json.first }}', 'Dr. Zqxsecond'),
		yes('the same text in every item', 'Zqxconstant', 'Zqxconstant', { shows: [] }),
		yes('one brace too few, which is text', '={ $json.first }', '{ $json.first }'),
		noColumn('no column mapped', {}),
		noColumn('nothing in place of the columns', null),
		noColumn('columns that are all empty', { reference_id: '', name_first: null }),
		noColumn('only columns that Persona does not have', { email: '={{ $json.first }}' }),
		noColumn('text in place of the columns', 'zqx-columns'),
		taken(
			'a column that Persona does not have beside others',
			byHand({ reference_id: '={{ $json.reference_id }}', email: '={{ $json.first }}' }),
			{ accepted: 2 },
		),
		refusedRun(
			'columns that lead nowhere',
			byHand({ name_first: '={{ $json.nothing }}', name_last: '={{ $json.nothing }}' }),
			"Nothing under 'Values to Send' gives a value in 2 rows, so nothing was sent",
			'Check the expressions there: the fields that they name may have other names now.',
		),
		both(
			'a missing field inside of text',
			'=crm-{{ String($json.nothing) }}',
			"column 'name_first': has text from an expression in which a value is missing or is no text; check the fields that it names",
		),
	],
};
