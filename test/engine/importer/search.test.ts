import { startSandbox, type Sandbox } from '../../../sandbox';
import { searchImporters } from '../../../nodes/Persona/methods/listSearch';
import { listSearchContext } from '../support/listSearch';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const search = async (filter?: string, paginationToken?: string) =>
	await searchImporters.call(
		listSearchContext({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
		filter,
		paginationToken,
	);

describe('the list of importers in the editor', () => {
	it('shows date in UTC as the output does, status, rows, kind and ID, the newest first', async () => {
		const old = sandbox.addImporter({
			createdAt: '2026-01-02T03:04:05.000Z',
			successfulCount: 38,
			duplicateCount: 2,
			errorCount: 1,
		});
		const recent = sandbox.addImporter({
			createdAt: '2026-07-08T12:30:00.000Z',
			status: 'pending',
			type: 'importer/list-item/email-address',
		});
		expect(await search()).toEqual({
			results: [
				{
					name: `2026-07-08 12:30 UTC · pending · email address · ${recent.id}`,
					value: recent.id,
				},
				{ name: `2026-01-02 03:04 UTC · ready · 41 rows · account · ${old.id}`, value: old.id },
			],
			paginationToken: undefined,
		});
		expect(sandbox.requests).toEqual([
			expect.objectContaining({ path: '/importers', query: { 'page[size]': '100' } }),
		]);
	});

	it.each([
		['ready', {}, 'ready · 0 rows'],
		['ready', { successfulCount: 1 }, 'ready · 1 row'],
		['pending', { successfulCount: 7 }, 'pending · 7 rows'],
		['pending', {}, 'pending'],
		['errored', {}, 'errored'],
		['errored', { errorCount: 3 }, 'errored · 3 rows'],
	] as const)('%s, %j: %s', async (status, counts, shown) => {
		const importer = sandbox.addImporter({
			createdAt: '2026-01-02T23:59:59.000+02:00',
			status,
			...counts,
		});
		const { results } = await search();
		const name = `2026-01-02 21:59 UTC · ${shown} · account · ${importer.id}`;
		expect(results).toEqual([{ name, value: importer.id }]);
	});

	it('leaves out a date that cannot be read', async () => {
		const importer = sandbox.addImporter({ createdAt: 'yesterday' });
		const { results } = await search();
		expect(results).toEqual([
			{ name: `ready · 0 rows · account · ${importer.id}`, value: importer.id },
		]);
	});

	it('finds what is typed in any part of the name', async () => {
		const ready = sandbox.addImporter({ createdAt: '2026-01-02T03:04:05.000Z' });
		const errored = sandbox.addImporter({ status: 'errored' });
		const found = async (text: string) => (await search(text)).results.map(({ value }) => value);
		expect(await found('ERRORED')).toEqual([errored.id]);
		expect(await found('2026-01-02')).toEqual([ready.id]);
		expect(await found(` ${ready.id.toUpperCase()} `)).toEqual([ready.id]);
		expect(await found('')).toEqual([errored.id, ready.id]);
		expect(await found('nothing like it')).toEqual([]);
	});

	it.each([
		[0, []],
		[1, [1]],
		[100, [100, 0]],
		[101, [100, 1]],
		[250, [100, 100, 50]],
	])('%i importers come in pages of %j', async (count, sizes) => {
		for (let index = 0; index < count; index++) sandbox.addImporter();
		const newestFirst = sandbox.importers().reverse();
		const seen: unknown[] = [];
		const lengths: number[] = [];
		let token: string | undefined;
		do {
			const page = await search(undefined, token);
			seen.push(...page.results.map(({ value }) => value));
			lengths.push(page.results.length);
			token = page.paginationToken as string | undefined;
		} while (token !== undefined);
		expect(seen).toEqual(newestFirst.map(({ id }) => id));
		expect(lengths).toEqual(count === 0 ? [0] : sizes);
	});

	it('finds what is typed behind the first pages', async () => {
		const wanted = sandbox.addImporter({ status: 'errored' });
		for (let index = 0; index < 250; index++) sandbox.addImporter();
		const { results, paginationToken } = await search(wanted.id);
		expect(results.map(({ value }) => value)).toEqual([wanted.id]);
		expect(paginationToken).toBeUndefined();
		expect(sandbox.requests).toHaveLength(3);
	});

	it('leaves it to the next scroll after ten pages without anything that fits', async () => {
		const wanted = sandbox.addImporter({ status: 'errored' });
		for (let index = 0; index < 1000; index++) sandbox.addImporter();
		const { results, paginationToken } = await search('errored');
		expect(results).toEqual([]);
		expect(sandbox.requests).toHaveLength(10);
		const next = await search('errored', paginationToken as string);
		expect(next.results).toMatchObject([{ value: wanted.id }]);
	});

	it('says at once what keeps it from being shown', async () => {
		sandbox.faults.add({ kind: 'status', status: 503 });
		await expect(search()).rejects.toMatchObject({
			message: 'Persona is not available right now (HTTP 503)',
		});
		expect(sandbox.requests).toHaveLength(1);
	});
});
