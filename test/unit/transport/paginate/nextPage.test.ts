import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fetchAll, fetchPage } from '../../../../nodes/Persona/transport/paginate';
import { fakeClock } from '../../support/clock';
import { openClient, type Step } from '../../support/context';
import { LIST, objects } from './support';

const fake = fakeClock();

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
