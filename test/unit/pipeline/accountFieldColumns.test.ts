import {
	accountFields,
	batchJobKind,
	furtherKeys,
} from '../../../nodes/Persona/pipeline/accountFields/columns';
import { fieldSpecsOf } from '../../../nodes/Persona/pipeline/accountFields/schema';

const SCHEMAS = [
	{ type: 'string', key: 'nick', label: 'Nickname', config: {} },
	{ type: 'multi-choices', key: 'plans', config: {} },
	{ type: 'email-address', key: 'mail', config: {} },
	{ type: 'file', key: 'photo', config: {} },
	{ type: 'string', key: 'old', config: { 'deactivated-at': '2024-01-01' } },
	{ type: 'string', key: 'tags', config: { maxCharLength: 2 } },
	{ type: 'string', key: '', config: {} },
];
const SPECS = fieldSpecsOf({ attributes: { fieldSchemas: SCHEMAS } });
const FIELDS = accountFields('reference_id', SPECS, []);

describe('columns', () => {
	const namesOf = ({ columns }: ReturnType<typeof accountFields>) =>
		columns.map(({ name }) => name);

	test('are the fields that a row can hold, between what it is looked up by and its tags', () => {
		expect(namesOf(FIELDS)).toEqual(['reference_id', 'nick', 'plans', 'mail', 'tags']);
		expect([...FIELDS.specs.keys()]).toEqual(['nick', 'plans', 'mail']);
		expect(FIELDS.columns.find(({ name }) => name === 'nick')).toMatchObject({
			displayName: 'Nickname',
			rule: 'field',
			required: false,
		});
		expect(FIELDS.columns[0]).toMatchObject({ name: 'reference_id', required: true });
	});

	test('without an account type are those of every account, and the ones that the user names', () => {
		const fields = accountFields('token', undefined, ['my_field', 'name_first']);
		const names = namesOf(fields);
		expect(names[0]).toBe('token');
		expect(fields.columns[0]).toMatchObject({ displayName: 'Account ID', required: true });
		expect(names).not.toContain('reference_id');
		expect(names.slice(-2)).toEqual(['tags', 'my_field']);
		expect(names.filter((name) => name === 'name_first')).toHaveLength(1);
		expect(fields.specs.size).toBe(0);
	});

	test('that may hold a social security number are masked in a preview', () => {
		const { columns } = accountFields('token', undefined, ['ssn', 'nick']);
		const maskOf = (wanted: string) => columns.find(({ name }) => name === wanted)!.mask;
		expect(maskOf('ssn')).toBe(maskOf('social_security_number'));
		expect(maskOf('ssn')).toBeDefined();
		expect(maskOf('nick')).toBeUndefined();
	});

	test('say where they are sent and looked for', () => {
		expect(batchJobKind(FIELDS, 'token')).toMatchObject({
			...{ path: '/batch-jobs', plural: 'accounts', fileName: 'batch-job.json' },
			...{ uniqueColumn: 'token', dashboardPage: 'Imports', isPartial: true },
			columns: FIELDS.columns,
		});
	});

	test.each<[unknown, string[]]>([
		[' a, b ,,c', ['a', 'b', 'c']],
		['', []],
		['={{ $json.keys }}', []],
		['a=b', ['a=b']],
		[['a'], []],
		[undefined, []],
	])('named by %j are %j', (text, keys) => {
		expect(furtherKeys(text)).toEqual(keys);
	});
});
