import type { ListType } from '../../nodes/Persona/pipeline/columns';
import { Persona } from '../../nodes/Persona/Persona.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { KINDS } from './support/listKinds';
import { listSearchContext } from './support/listSearch';

let sandbox: Sandbox;
const { methods } = new Persona();
const contextFor = (listType?: ListType) =>
	listSearchContext(
		{ apiKey: sandbox.apiKey, baseUrl: sandbox.url },
		listType === undefined ? {} : { listType },
	);
const search = async (listType?: ListType, filter?: string, token?: string) =>
	await methods.listSearch.searchLists.call(contextFor(listType), filter, token);

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const listsOf = (type: string, count: number) =>
	Array.from({ length: count }, (_, index) => sandbox.addList({ type, name: `${type} ${index}` }));

describe('the lists in the editor', () => {
	it.each(KINDS)('are of the chosen type: $listType', async ({ listType, name }) => {
		for (const kind of KINDS) sandbox.addList({ type: `list/${kind.name}`, name: kind.name });
		sandbox.addList({ type: 'list/country' });
		const { results } = await search(listType);
		expect(results).toEqual([
			{ name: expect.stringMatching(`^${name} · lst_`), value: expect.stringMatching(/^lst_/) },
		]);
		expect(results[0]!.name).toContain(String(results[0]!.value));
	});

	it('are of email addresses before a type was chosen', async () => {
		const { id } = sandbox.addList({ name: 'Block list' });
		expect((await search()).results).toEqual([{ name: `Block list · ${id}`, value: id }]);
	});

	it('are active ones only, the newest first, in one request', async () => {
		const [old, recent] = ['A', 'B'].map((name) => sandbox.addList({ name }));
		sandbox.addList({ name: 'C', status: 'archived' });
		expect((await search('emailAddress')).results.map(({ value }) => value)).toEqual([
			recent!.id,
			old!.id,
		]);
		expect(sandbox.requests).toMatchObject([
			{
				method: 'GET',
				path: '/lists',
				query: { 'filter[status]': 'active', 'page[size]': '100' },
				headers: { 'persona-version': '2025-12-08', 'key-inflection': 'kebab' },
			},
		]);
	});

	it('are found by any part of name and ID', async () => {
		const block = sandbox.addList({ name: 'Block list' });
		sandbox.addList({ name: 'Friends' });
		const found = async (text: string) =>
			(await search('emailAddress', text)).results.map(({ value }) => value);
		expect(await found(' BLOCK ')).toEqual([block.id]);
		expect(await found(block.id)).toEqual([block.id]);
		expect(await found('')).toHaveLength(2);
		expect(await found('nothing like it')).toEqual([]);
	});

	it.each([0, 1, 100, 101, 250])('come in pages, %i of them', async (count) => {
		const newestFirst = listsOf('list/name', count).reverse();
		const seen: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await search('name', undefined, token);
			seen.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
		} while (token !== undefined);
		expect(seen).toEqual(newestFirst.map(({ id }) => id));
	});

	it('are looked for behind pages of other lists', async () => {
		const [wanted] = listsOf('list/name', 1);
		listsOf('list/country', 250);
		expect(await search('name')).toEqual({
			results: [{ name: `list/name 0 · ${wanted!.id}`, value: wanted!.id }],
			paginationToken: undefined,
		});
		expect(sandbox.requests).toHaveLength(3);
	});

	it('leave it to the next scroll after ten pages without any', async () => {
		const [wanted] = listsOf('list/name', 1);
		listsOf('list/country', 1000);
		const { results, paginationToken } = await search('name');
		expect(results).toEqual([]);
		expect(sandbox.requests).toHaveLength(10);
		const next = await search('name', undefined, paginationToken as string);
		expect(next.results).toMatchObject([{ value: wanted!.id }]);
	});

	it('say which permission is missing', async () => {
		sandbox.faults.add({ kind: 'status', status: 403 });
		await expect(search()).rejects.toMatchObject({
			message: 'Persona does not show lists to this API key (HTTP 403)',
			description: expect.stringContaining("Or set 'List' to By ID."),
		});
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('the columns in the editor', () => {
	it.each(KINDS)('follow the chosen type: $listType', async ({ listType, csv }) => {
		const { fields } = await methods.resourceMapping.getListItemColumns.call(contextFor(listType));
		expect(fields.map(({ id }) => id)).toEqual(csv[0]!.split(','));
		expect(new Set(fields.map(({ type }) => type))).toEqual(new Set(['string']));
		const optional = fields.filter(({ required }) => !required).map(({ id }) => id);
		const expected = { name: ['name_first', 'name_last'], emailAddress: ['match_type'] };
		expect(optional).toEqual(expected[listType as keyof typeof expected] ?? []);
	});
});

describe('the options in the editor', () => {
	const { properties } = new Persona().description;
	const optionsOf = (resource: string) =>
		properties
			.filter(({ name, displayOptions }) => {
				const show = displayOptions?.show ?? {};
				return (
					name === 'options' &&
					show.resource?.includes(resource) &&
					show.operation?.includes('import')
				);
			})
			.flatMap(({ options }) => options as { name: string; default?: unknown }[]);

	it('of a list import are those of an account import that have a meaning there', () => {
		const forAccounts = [
			'birthdateCustomFormat',
			'birthdateFormat',
			'dryRunShowSocialSecurityNumbers',
			'duplicates',
			'tagSeparator',
		];
		const names = (resource: string) => optionsOf(resource).map(({ name }) => name);
		expect(names('account')).toEqual(expect.arrayContaining(forAccounts));
		expect(names('listItem')).toEqual(
			names('account').filter((name) => !forAccounts.includes(name)),
		);
	});

	it('propose a file name that fits', () => {
		const proposed = (resource: string) =>
			optionsOf(resource).find(({ name }) => name === 'fileName')?.default;
		expect([proposed('account'), proposed('listItem')]).toEqual(['accounts.csv', 'list-items.csv']);
	});
});
