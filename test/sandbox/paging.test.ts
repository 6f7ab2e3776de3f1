import { get, useSandbox } from './support';

const sandbox = useSandbox();

const SEED: Record<string, (index: number) => string> = {
	'/importers': () => sandbox.current.addImporter().id,
	'/accounts': (index) => sandbox.current.addAccount({ referenceId: `ref-${String(index)}` }).id,
	'/lists': (index) => sandbox.current.addList({ name: String(index) }).id,
};

/** The IDs of new objects, newest first, as the API lists them. */
function seed(path: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => SEED[path]?.(index) ?? '').reverse();
}

async function page(path: string, query: string) {
	const { status, json } = await get(sandbox.current, `${path}?${query}`);
	expect(status).toBe(200);
	return { ids: json.data.map(({ id }) => id), links: json.links };
}

function link(path: string, cursor: string, id: string | undefined): string {
	return `/api/v1${path}?page%5B${cursor}%5D=${String(id)}`;
}

describe.each(Object.keys(SEED))('%s', (path) => {
	test.each([0, 1, 100])('%d objects fit on one page of 100', async (count) => {
		const ids = seed(path, count);
		expect(await page(path, 'page[size]=100')).toEqual({ ids, links: { prev: null, next: null } });
	});

	test('101 objects need a second page of one', async () => {
		const ids = seed(path, 101);
		const [first, last] = [ids.slice(0, 100), ids.slice(100)];
		expect(await page(path, 'page[size]=100')).toEqual({
			ids: first,
			links: { prev: null, next: link(path, 'after', first.at(-1)) },
		});
		expect(await page(path, `page[size]=100&page[after]=${String(first.at(-1))}`)).toEqual({
			ids: last,
			links: { prev: link(path, 'before', last[0]), next: null },
		});
	});

	test('a page has ten objects unless told', async () => {
		const ids = seed(path, 11);
		expect((await page(path, '')).ids).toEqual(ids.slice(0, 10));
	});

	test('page[before] gives the page right before the cursor', async () => {
		const ids = seed(path, 5);
		expect(await page(path, `page[size]=2&page[before]=${String(ids[3])}`)).toEqual({
			ids: ids.slice(1, 3),
			links: { prev: link(path, 'before', ids[1]), next: link(path, 'after', ids[2]) },
		});
		expect((await page(path, `page[size]=9&page[before]=${String(ids[1])}`)).ids).toEqual([ids[0]]);
	});

	test('after the last object there is an empty page', async () => {
		const ids = seed(path, 2);
		const query = `page[after]=${String(ids[1])}`;
		expect(await page(path, query)).toEqual({ ids: [], links: { prev: null, next: null } });
	});

	test.each([
		'page[size]=0',
		'page[size]=101',
		'page[size]=-1',
		'page[size]=1.5',
		'page[size]=ten',
		'page[size]=',
		'page[after]=unknown',
		'page[before]=unknown',
		'page[limit]=1',
		'page=1',
		'unknown=1',
		'filter[name]=x',
	])('%s is a 400', async (query) => {
		const { status, json } = await get(sandbox.current, `${path}?${query}`);
		expect({ status, title: json.errors[0]?.title }).toEqual({ status: 400, title: 'Bad Request' });
	});

	test('both cursors together are a 400', async () => {
		const [id = ''] = seed(path, 1);
		const { status } = await get(sandbox.current, `${path}?page[after]=${id}&page[before]=${id}`);
		expect(status).toBe(400);
	});
});

test('a filter pages through what it found', async () => {
	const ids = seed('/accounts', 101);
	const referenceIds = Array.from({ length: 101 }, (_, index) => `REF-${String(index)}`);
	const query = `filter[reference-id]=${referenceIds.join(',')}&page[size]=100`;
	const first = await page('/accounts', query);
	expect(first.ids).toEqual(ids.slice(0, 100));
	expect(await page('/accounts', `${query}&page[after]=${String(ids[99])}`)).toEqual({
		ids: ids.slice(100),
		links: { prev: link('/accounts', 'before', ids[100]), next: null },
	});
});
