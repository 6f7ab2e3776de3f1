import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { accountFields } from '../../../nodes/Persona/pipeline/accountFields/columns';
import { fieldSpecsOf } from '../../../nodes/Persona/pipeline/accountFields/schema';
import {
	checkTypes,
	jsonRows,
	typedSource,
} from '../../../nodes/Persona/pipeline/accountFields/values';
import { checkRows } from '../../../nodes/Persona/pipeline/checkRows';
import { DEFAULT_FIELDS } from '../../../sandbox/store/defaultFields';
import { RUNS } from '../support/property';

const RULES = {
	birthdateFormat: 'iso',
	birthdateCustomFormat: '',
	tagSeparator: ',',
	today: '2026-06-15',
	timeZone: 'UTC',
	placeholders: 'reject',
} as const;

const type = (schemas: unknown[], key = 'field-schemas'): IDataObject => ({
	attributes: { [key]: schemas } as IDataObject,
});
const FIELDS = accountFields('reference_id', fieldSpecsOf(type(DEFAULT_FIELDS)), []);

/** What one value in a field becomes in JSON, or the code of what is wrong with it. */
async function written(
	field: string,
	value: unknown,
	emptyValues: 'omit' | 'clear' = 'omit',
	timeZone = 'UTC',
) {
	const columns = ['reference_id', field].map((name) =>
		FIELDS.columns.find((one) => one.name === name)!,
	);
	const source = typedSource({ columns, read: () => ['a', value] }, FIELDS);
	const checked = await checkTypes(await checkRows(source, 1, RULES), FIELDS, timeZone);
	const [row] = checked.rows;
	if (row === undefined) return { code: checked.rejected[0]?.problems[0]?.code };
	const form = { emptyValues, tagSeparator: ',' };
	const json = jsonRows(columns, FIELDS, form)(row);
	return Object.fromEntries(Object.entries(json).filter(([name]) => name !== 'reference_id'));
}

describe('values by the type of their field', () => {
	it.each<[string, unknown, unknown]>([
		['seats', 3, 3],
		['seats', ' 3 ', 3],
		['seats', '3.0', 3],
		['account_balance', '-1e3', -1000],
		['account_balance', 0.1 + 0.2, 0.1 + 0.2],
		['is_vip', true, true],
		['is_vip', 'FALSE', false],
		['is_vip', 0, false],
		['customer_since', new Date('2020-01-31T23:00:00Z'), '2020-01-31'],
		[
			'customer_since',
			DateTime.fromISO('2020-01-31T23:00:00-10:00', { setZone: true }),
			'2020-01-31',
		],
		['last_login', new Date('2020-01-31T23:00:00Z'), '2020-01-31T23:00:00.000Z'],
		['plan', 'FREE', 'free'],
		['interests', 'news', ['news']],
		['interests', '["News","offers"]', ['news', 'offers']],
		['interests', ['offers', 'Offers'], ['offers']],
		['tags', ['a', 'b'], ['a', 'b']],
		['nickname', '007', '007'],
	])('%s takes %j', async (field, value, expected) => {
		expect(await written(field, value)).toEqual({ [field]: expected });
	});

	it.each<[unknown, string]>([
		[new Date('2020-01-31T23:00:00Z'), '2020-02-01'],
		['2020-01-31T23:00:00.000Z', '2020-02-01'],
		['2020-06-30T22:00:00.000Z', '2020-07-01'],
		['2020-02-01T00:00:00.000Z', '2020-02-01'],
		['2020-02-01T00:00:00+01:00', '2020-02-01'],
		['2020-02-01 00:00:00', '2020-02-01'],
		['2020-01-31T15:00:00Z', '2020-01-31'],
		['2020-01-31T22:00:00-01:00', '2020-02-01'],
		[`2020-01-31 23:00Z[${'x'.repeat(81)}]`, '2020-02-01'],
		[`2020-01-31 23:00Z[${'x'.repeat(82)}]`, '2020-01-31'],
		['2020-01-31 09:30 America/New_York', '2020-01-31'],
	])('a day of a database in Berlin, %j, is %s', async (value, day) => {
		const out = await written('customer_since', value, 'omit', 'Europe/Berlin');
		expect(out).toEqual({ customer_since: day });
	});

	it.each<[string, unknown, string]>([
		['seats', true, 'booleanValue'],
		['seats', '1,5', 'number'],
		['seats', 'Infinity', 'number'],
		['seats', '0x10', 'number'],
		['seats', 1e16, 'integer'],
		['seats', '1.000', 'integer'],
		['account_balance', '12345678901234567890', 'number'],
		['is_vip', 2, 'boolean'],
		['customer_since', '2020-13-01', 'date'],
		['customer_since', '2020-01-31 or later', 'date'],
		['customer_since', '2020-01-31 / 2021-01-31', 'date'],
		['customer_since', '2020-01-31 00:00 to 2021-01-31 00:00', 'date'],
		['customer_since', '0001-01-01', 'date'],
		['customer_since', new Date('not a day'), 'date'],
		['interests', ['news', 1], 'notText'],
		['interests', '[sports', 'choice'],
		['plan', ['free', 'pro'], 'notText'],
		['nickname', false, 'booleanValue'],
		['last_login', '2020-01-31', 'datetime'],
		['last_login', '2020-01-31T09:30:00[Europe/Zurich]', 'datetime'],
	])('%s does not take %j', async (field, value, code) => {
		expect(await written(field, value)).toEqual({ code });
	});

	it.each(['seats', 'is_vip', 'plan', 'interests', 'nickname', 'tags'])(
		'an empty %s is left out, or becomes null',
		async (field) => {
			for (const value of ['', ' ', null, undefined]) {
				expect(await written(field, value)).toEqual({});
				expect(await written(field, value, 'clear')).toEqual({ [field]: null });
			}
		},
	);

	it('every number comes out as it went in, as text or not', async () => {
		const number = fc.double({ min: -1_000_000, max: 1_000_000, noNaN: true });
		await fc.assert(
			fc.asyncProperty(number, fc.boolean(), async (value, isText) => {
				const out = await written('account_balance', isText ? String(value) : value);
				expect(out).toEqual({ account_balance: value === 0 ? 0 : value });
			}),
			RUNS,
		);
	});
});

describe('the fields of an account type', () => {
	it('are read in any inflection, without those that are archived', () => {
		const schema = {
			type: 'string',
			key: 'a',
			label: null,
			config: { maxCharLength: 5, writePolicy: 'write_once', archivedAt: null },
		};
		const expected = { key: 'a', label: 'a', longest: 5, isWrittenOnce: true, isWritable: true };
		expect(fieldSpecsOf(type([schema], 'fieldSchemas'))).toMatchObject([expected]);
		const gone = { ...schema, config: { archived_at: '2024-01-01T00:00:00Z' } };
		expect(fieldSpecsOf(type([gone], 'field_schemas'))).toEqual([]);
		expect(fieldSpecsOf({})).toEqual([]);
	});

	it('keep what Persona describes in another form than documented out', () => {
		const config = { max: '5', minDate: 2020, writePolicy: 'always', options: 'a' };
		const [spec] = fieldSpecsOf(type([{ type: 'number', key: 'a', label: 7, config }]));
		expect(spec).toEqual({
			...{ key: 'a', label: 'a', type: 'number', isWritable: true, isWrittenOnce: false },
			...{ longest: undefined, least: undefined, most: undefined },
			...{ earliest: undefined, latest: undefined, choices: undefined },
		});
	});
});
