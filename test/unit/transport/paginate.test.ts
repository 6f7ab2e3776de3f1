import fc from 'fast-check';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fetchAll, fetchPage } from '../../../nodes/Persona/transport/paginate';
import { FakeClock } from '../support/clock';
import { openClient, type Step } from '../support/context';
import { RUNS } from '../support/property';

const LIST = { path: '/importers', query: { include: 'list' }, headers: { 'X-Test': 'a' } };

let fake: FakeClock;
beforeEach(() => (fake = new FakeClock().install()));
afterEach(() => fake.restore());

const objects = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ id: `mprt_${index}` }));

/** A list that is cut into pages as Persona does it. */
function paged(all: readonly IDataObject[]) {
	return ({ qs = {} }: IHttpRequestOptions): Step => {
		const start = all.findIndex(({ id }) => id === qs['page[after]']) + 1;
		const data = all.slice(start, start + Number(qs['page[size]']));
		return { status: 200, body: { data } };
	};
}

describe('a whole list', () => {
	test('page by page, each with what the first one was asked with', async () => {
		const { client, context } = await openClient(paged(objects(250)));
		expect(await fetchAll(client, LIST, Infinity, {})).toEqual(objects(250));
		const query = { include: 'list', 'page[size]': '100' };
		expect(context.requests.map(({ qs }) => qs)).toStrictEqual([
			query,
			{ ...query, 'page[after]': 'mprt_99' },
			{ ...query, 'page[after]': 'mprt_199' },
		]);
		for (const { url, headers } of context.requests) {
			expect(url).toBe('https://api.withpersona.com/api/v1/importers');
			expect(headers).toMatchObject({ 'X-Test': 'a' });
		}
	});

	test('property: as much of it as is wanted, with no request too many', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(320),
				fc.oneof(fc.integer({ min: 1, max: 320 }), fc.constantFrom(100, 200, Infinity)),
				async (length, most) => {
					const { client, context } = await openClient(paged(objects(length)));
					const found = await fetchAll(client, LIST, most, {});
					expect(found).toEqual(objects(length).slice(0, most));
					// A full page may have others behind it, unless it completes what is wanted.
					const pages = length < most ? Math.floor(length / 100) + 1 : Math.ceil(most / 100);
					expect(context.requests.length).toBe(pages);
				},
			),
			{ numRuns: RUNS.numRuns / 10 },
		);
	});
});

describe('the next page', () => {
	test.each<[string, IDataObject[], string | undefined]>([
		['begins after the last object', [{ id: 'a' }, { id: 'b' }], 'b'],
		['is not there after a page that is not full', [{ id: 'a' }], undefined],
		['is not there after an empty page', [], undefined],
		['is not there after an object without an ID', [{ id: 'a' }, {}], undefined],
		['is not there after an ID that is no text', [{ id: 'a' }, { id: 7 }], undefined],
	])('%s', async (_, data, next) => {
		const { client } = await openClient([{ status: 200, body: { data } }]);
		const page = await fetchPage(client, LIST, { size: 2, after: 'start' }, {});
		expect(page).toEqual({ objects: data, next });
	});
});

describe('a link to the next page', () => {
	const next = '/api/v1/events?page%5Bsize%5D=2&page%5Bafter%5D=linked';
	const fetched = async (data: IDataObject[], links: unknown, after?: string) => {
		const { client } = await openClient([{ status: 200, body: { data, links } }]);
		return (await fetchPage(client, LIST, { size: 2, after }, {})).next;
	};

	test('continues after a page that is not full, behind its last object', async () => {
		expect(await fetched([{ id: 'a' }], { next })).toBe('a');
	});

	test('continues after an empty page where it says', async () => {
		expect(await fetched([], { next })).toBe('linked');
	});

	test('may name the page before anything else', async () => {
		const first = '/api/v1/events?page%5Bafter%5D=linked&page%5Bsize%5D=2';
		expect(await fetched([], { next: first })).toBe('linked');
	});

	test('that leads back to the same page is not followed', async () => {
		await expect(fetched([], { next }, 'linked')).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
	});

	test.each([
		[{}],
		[{ next: null }],
		[{ next: 7 }],
		[{ next: '/api/v1/importers' }],
		[null],
		['text'],
		[undefined],
	])('is missing in %j', async (links) => {
		expect(await fetched([{ id: 'a' }], links)).toBeUndefined();
		expect(await fetched([{ id: 'a' }, { id: 'b' }], links)).toBe('b');
	});

	test('brings a whole list whose pages are short', async () => {
		const all = objects(30);
		const { client, context } = await openClient(({ qs = {} }: IHttpRequestOptions): Step => {
			const start = all.findIndex(({ id }) => id === qs['page[after]']) + 1;
			const data = all.slice(start, start + 7);
			const isLast = start + 7 >= all.length;
			return { status: 200, body: { data, links: { next: isLast ? null : next } } };
		});
		expect(await fetchAll(client, LIST, Infinity, {})).toEqual(all);
		expect(context.requests.length).toBe(5);
	});
});

describe('a list that does not come to an end', () => {
	const full = (id: string) => objects(99).concat({ id });
	const REPEATS = "Persona's list does not come to an end: the same page came twice";

	test('ends when a page ends where it began', async () => {
		const { client, context } = await openClient([{ status: 200, body: { data: full('a') } }]);
		const all = fetchAll(client, LIST, Infinity, { itemIndex: 3 });
		await expect(all).rejects.toMatchObject({
			message: REPEATS,
			description: "Try again later. If it happens again, tell Persona's support.",
			context: { itemIndex: 3 },
		});
		expect(context.requests.length).toBe(2);
	});

	test('ends when pages go in circles', async () => {
		const ids = ['a', 'b', 'c'];
		let page = 0;
		const { client, context } = await openClient(() => ({
			status: 200,
			body: { data: full(ids[page++ % ids.length]!) },
		}));
		await expect(fetchAll(client, LIST, Infinity, {})).rejects.toMatchObject({ message: REPEATS });
		expect(context.requests.length).toBe(4);
	});

	test('is no concern of who wants less', async () => {
		const { client } = await openClient([{ status: 200, body: { data: full('a') } }]);
		expect((await fetchAll(client, LIST, 100, {})).length).toBe(100);
	});

	/** Pages that are new each time. */
	const endless = () => {
		let page = 0;
		return (): Step => ({ status: 200, body: { data: full(`page${page++}`) } });
	};

	test('ends after 1,000 pages', async () => {
		const { client, context } = await openClient(endless());
		const askForLess = 'Ask for fewer.';
		await expect(fetchAll(client, LIST, Infinity, { askForLess })).rejects.toMatchObject({
			message: "Persona's list has more than 1,000 pages",
			description: askForLess,
			failure: { cause: 'configuration-invalid' },
		});
		expect(context.requests.length).toBe(1_000);
	});

	test('has a limit of the user as its end, however high', async () => {
		const { client } = await openClient(endless());
		expect((await fetchAll(client, LIST, 100_100, {})).length).toBe(100_100);
	});
});

test('what is not a page is told as a refusal, about the item that asked for it', async () => {
	const { client } = await openClient([{ status: 404, body: { data: [] } }]);
	await expect(fetchAll(client, LIST, 5, { itemIndex: 3 })).rejects.toMatchObject({
		message: 'Persona has nothing at this address (HTTP 404)',
		context: { itemIndex: 3 },
	});
});

test('a page is waited for up to the longest wait', async () => {
	const limited: Step = { status: 429, headers: { 'ratelimit-reset': '7' } };
	const script = [limited, { status: 200, body: { data: [] } }];
	const impatient = await openClient(script);
	const asked = fetchPage(impatient.client, LIST, { size: 1, maxWait: 6_999 }, {});
	await expect(asked).rejects.toMatchObject({ httpCode: '429' });
	expect(fake.passed).toBe(0);
	const { client } = await openClient(script);
	await fetchPage(client, LIST, { size: 1, maxWait: 7_000 }, {});
	expect(fake.passed).toBe(7_000);
});
