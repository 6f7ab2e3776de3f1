import { DateTime } from 'luxon';

import { accountFields } from '../../../nodes/Persona/pipeline/accountFields/columns';
import { fieldSpecsOf } from '../../../nodes/Persona/pipeline/accountFields/schema';
import {
	checkTypes,
	jsonRows,
	typedSource,
} from '../../../nodes/Persona/pipeline/accountFields/values';
import { checkRows } from '../../../nodes/Persona/pipeline/checkRows';
import { sourceOf } from '../support/rows';
import { ruleContext } from '../support/rules';

const OPTIONS = {
	options: ['free', 'pro', 3, 'a,b', 'B', 'x', 'y', 'x,y', 'XY'],
	optionLabels: ['Free of charge', '', null, null, 'A b'],
};
const SCHEMAS = [
	{ type: 'string', key: 'nick', label: 'Nickname', config: { maxCharLength: 5 } },
	{ type: 'number', key: 'balance', config: { min: -10, max: 10.5 } },
	{ type: 'integer', key: 'seats', config: {} },
	{ type: 'boolean', key: 'vip', config: {} },
	{ type: 'date', key: 'since', config: { minDate: '2000-01-01', maxDate: '2020-12-31' } },
	{ type: 'date', key: 'any_day' },
	{ type: 'datetime', key: 'login', config: {} },
	{ type: 'choices', key: 'plan', config: OPTIONS },
	{ type: 'multi-choices', key: 'plans', config: OPTIONS },
	{ type: 'choices', key: 'unset', config: {} },
	{ type: 'date', key: 'birthdate', config: {} },
	{ type: 'email-address', key: 'mail', config: {} },
	{ type: 'file', key: 'photo', config: {} },
	{ type: 'string', key: 'old', config: { 'deactivated-at': '2024-01-01' } },
	{ type: 'string', key: 'tags', config: { maxCharLength: 2 } },
	{ type: 'string', key: '', config: {} },
];
const SPECS = fieldSpecsOf({ attributes: { fieldSchemas: SCHEMAS } });
const FIELDS = accountFields('reference_id', SPECS, []);

async function run(
	item: Record<string, unknown>,
	emptyValues: 'omit' | 'clear' = 'omit',
	context = ruleContext(),
) {
	const columns = FIELDS.columns.filter(({ name }) => name in item);
	const source = typedSource(sourceOf(columns, [item]), FIELDS);
	const checked = await checkTypes(await checkRows(source, 1, context), FIELDS, 'UTC');
	const form = jsonRows(columns, FIELDS, { emptyValues, tagSeparator: ';' });
	return { rows: checked.rows.map(form), rejected: checked.rejected, ids: checked.rejectedIds };
}

describe('a cell becomes', () => {
	test.each<[string, unknown, unknown]>([
		['nick', '12345', '12345'],
		['nick', ' a ', 'a'],
		['balance', '10.5', 10.5],
		['balance', -10, -10],
		['balance', '.5', 0.5],
		['balance', '.55', 0.55],
		['balance', '5.', 5],
		['balance', '+1E0', 1],
		['seats', '12', 12],
		...['true', 'YES', 'y', '1', 'On'].map((text): [string, string, boolean] => [
			'vip',
			text,
			true,
		]),
		...['False', 'no', 'N', '0', 'off'].map((text): [string, string, boolean] => [
			'vip',
			text,
			false,
		]),
		['since', '2000-01-01', '2000-01-01'],
		['since', '2020-12-31T23:59', '2020-12-31'],
		['since', '2020-12-31 23:59', '2020-12-31'],
		['any_day', '1700-01-01', '1700-01-01'],
		['any_day', '9998-12-31', '9998-12-31'],
		['login', '2026-01-31T09:30:00Z', '2026-01-31T09:30:00Z'],
		['login', '2026-01-31 09:30:00+01:00', '2026-01-31T09:30:00+01:00'],
		['login', '2026-01-31T09:30:00-0530', '2026-01-31T09:30:00-0530'],
		['login', '2026-01-31T09:30:00+01', '2026-01-31T09:30:00+01'],
		[
			'login',
			DateTime.fromISO('2026-01-31T09:30:00Z', { zone: 'utc' }),
			'2026-01-31T09:30:00.000Z',
		],
		['plan', 'FREE of charge', 'free'],
		['plan', 'Pro', 'pro'],
		['plan', '3', '3'],
		['plans', 'pro', ['pro']],
		['plans', ' pro ,, Free; 3|pro\nfree', ['pro', 'free', '3']],
		['plans', '["pro", 3, " free "]', ['pro', '3', 'free']],
		['plans', ['free', 'pro'], ['free', 'pro']],
		['plans', '["a,b"]', ['a,b']],
		['plans', '["a,b","pro"]', ['a,b', 'pro']],
		['plans', '["x","y"]', ['x', 'y']],
		['plans', 'x,y', ['x,y']],
		['plans', 'pro, ,free', ['pro', 'free']],
		['plan', 'XY', 'XY'],
		['plans', 'a,b', ['a,b']],
		['plan', 'a b', 'B'],
		['plan', 'a,b', 'a,b'],
		['plan', 'B', 'B'],
		['mail', 'a@example.com', 'a@example.com'],
		['tags', 'vip; new ;;', ['vip', 'new']],
	])('in %s, %j is sent as %j', async (field, value, expected) => {
		expect((await run({ reference_id: 'a', [field]: value })).rows).toEqual([
			{ reference_id: 'a', [field]: expected },
		]);
	});

	test('nothing, or null if empty values are to be cleared', async () => {
		const item = { reference_id: 'a', nick: ' ', seats: null, plans: '' };
		expect((await run(item)).rows).toEqual([{ reference_id: 'a' }]);
		expect((await run(item, 'clear')).rows).toEqual([
			{ reference_id: 'a', nick: null, seats: null, plans: null },
		]);
	});
});

describe('a cell is rejected', () => {
	test.each([
		['nick', '123456', 'is longer than the 5 characters that the field takes'],
		['balance', '-10.1', 'is less than -10, the least that the field takes'],
		['balance', '10.6', 'is more than 10.5, the most that the field takes'],
		['balance', '1,5', 'is not a number in digits with a decimal point'],
		['balance', 'a1', 'is not a number in digits with a decimal point'],
		['balance', '.a', 'is not a number in digits with a decimal point'],
		['balance', '1x', 'is not a number in digits with a decimal point'],
		['seats', '1.5', 'is not a whole number'],
		['seats', '1.000', 'has a point that may also separate thousands; write it without the point'],
		['vip', 'maybe', 'is neither true or yes nor false or no'],
		['since', '1999-12-31', 'is before 2000-01-01, the first day that the field takes'],
		['since', '2021-01-01', 'is after 2020-12-31, the last day that the field takes'],
		['since', '2020-02-30', 'is not a day written as YYYY-MM-DD'],
		['since', '2020-02-20x', 'is not a day written as YYYY-MM-DD'],
		['since', '2020-W05-1 2020-02-20', 'is not a day written as YYYY-MM-DD'],
		['since', 'x2020-02-20', 'is not a day written as YYYY-MM-DD'],
		['since', 'soon', 'is not a day written as YYYY-MM-DD'],
		[
			'login',
			'2026-01-31T09:30:00',
			'is not a time with a time zone, such as 2026-01-31T09:30:00Z',
		],
		[
			'login',
			'2026-13-31T09:30:00Z',
			'is not a time with a time zone, such as 2026-01-31T09:30:00Z',
		],
		['plan', 'gold', 'is none of the choices that the field has'],
		['unset', 'gold', 'is none of the choices that the field has'],
		['plans', 'pro, gold', 'is none of the choices that the field has'],
		['plans', '[gold', 'is none of the choices that the field has'],
		['plans', '["gold"]', 'is none of the choices that the field has'],
	])('in %s, %j: %s', async (field, value, message) => {
		const { rows, rejected, ids } = await run({ reference_id: 'a', [field]: value });
		const problems = rejected.flatMap((row) => row.problems);
		expect(problems).toEqual([{ column: field, code: expect.stringMatching(/^\w+$/), message }]);
		expect(rows.length + rejected.length).toBe(1);
		// A later row with the same ID has to know that this one was not sent.
		expect([...ids]).toEqual([[0, 'a']]);
	});

	test('and a row without an ID leaves none', async () => {
		expect([...(await run({ reference_id: '', seats: 'x' })).ids]).toEqual([]);
		expect([...(await run({ seats: 'x' })).ids]).toEqual([]);
	});
});

test('a birthdate that is a Date does not depend on the format of those that are text', async () => {
	const context = ruleContext({ birthdateFormat: 'us' });
	const item = { reference_id: 'a', birthdate: new Date('1990-04-05T00:00:00Z') };
	expect((await run(item, 'omit', context)).rows).toEqual([
		{ reference_id: 'a', birthdate: '1990-04-05' },
	]);
});

test('values whose fields take text only are read unchanged', () => {
	const source = sourceOf([FIELDS.columns.find(({ name }) => name === 'nick')!], [{ nick: 7 }]);
	expect(typedSource(source, FIELDS).read(0)).toEqual([7]);
	expect(typedSource(source, accountFields('token', undefined, [])).read(0)).toEqual([7]);
});
