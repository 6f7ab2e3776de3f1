import {
	accountFields,
	batchJobKind,
	furtherKeys,
} from '../../../nodes/Persona/pipeline/accountFields/columns';
import { fieldSpecsOf } from '../../../nodes/Persona/pipeline/accountFields/schema';
import { matchFields } from '../../../nodes/Persona/pipeline/mapping';

const SCHEMAS = [
	{ type: 'string', key: 'nick', label: 'Nickname', config: {} },
	{ type: 'multi-choices', key: 'plans', config: {} },
	{ type: 'email-address', key: 'mail', config: {} },
	{ type: 'file', key: 'photo', config: {} },
	{ type: 'string', key: 'old', config: { 'deactivated-at': '2024-01-01' } },
	...['tags', 'token', 'account_type_id'].map((key) => ({ type: 'string', key, config: {} })),
	{ type: 'string', key: 'name_first', label: 'Given Name', config: {} },
	{ type: 'string', key: '', config: {} },
];
const SPECS = fieldSpecsOf({ attributes: { fieldSchemas: SCHEMAS } });
const FIELDS = accountFields('reference_id', SPECS, []);

describe('columns', () => {
	const namesOf = ({ columns }: ReturnType<typeof accountFields>) =>
		columns.map(({ name }) => name);

	test('are the fields that a row can hold, between what it is looked up by and its tags', () => {
		expect(namesOf(FIELDS)).toEqual([
			'reference_id',
			'nick',
			'plans',
			'mail',
			'name_first',
			'tags',
		]);
		expect([...FIELDS.specs.keys()]).toEqual(['nick', 'plans', 'mail', 'name_first']);
		expect(FIELDS.columns.find(({ name }) => name === 'nick')).toMatchObject({
			displayName: 'Nickname',
			rule: 'field',
			names: [{ names: ['Nickname'] }],
			required: false,
		});
		expect(FIELDS.columns.find(({ name }) => name === 'name_first')).toMatchObject({
			displayName: 'Given Name',
			rule: 'text',
		});
		expect(FIELDS.columns[0]).toMatchObject({ name: 'reference_id', required: true });
	});

	test('without an account type are those of every account, and the ones that the user names', () => {
		const fields = accountFields('token', undefined, ['my_field', 'email_address']);
		const names = namesOf(fields);
		expect(names[0]).toBe('token');
		expect(fields.columns[0]).toMatchObject({
			displayName: 'Account ID',
			rule: 'referenceId',
			required: true,
		});
		expect(names).not.toContain('reference_id');
		expect(names.slice(-2)).toEqual(['tags', 'my_field']);
		expect(names.filter((name) => name === 'email_address')).toHaveLength(1);
		expect(fields.columns.find(({ name }) => name === 'email_address')).toMatchObject({
			rule: 'field',
			required: false,
		});
		expect(matchFields(['E-mail', 'Persona ID'], fields.columns).fieldOf).toEqual(
			new Map([
				['token', 'Persona ID'],
				['email_address', 'E-mail'],
			]),
		);
		expect(fields.specs.size).toBe(0);
	});

	test('that are there already stay as they are if the user names them too', () => {
		const withToken = accountFields('token', undefined, ['token', 'tags']);
		expect(withToken.columns).toEqual(accountFields('token', undefined, []).columns);
	});

	test.each(['Persona Account ID', 'persona_id', 'account token', 'AccountId'])(
		'that rows are looked up by may be called %s',
		(name) => {
			const { columns } = accountFields('token', undefined, []);
			expect(matchFields([name], columns).fieldOf).toEqual(new Map([['token', name]]));
		},
	);

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
