import fc from 'fast-check';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fetchAll } from '../../../../nodes/Persona/transport/paginate';
import { openClient, type Step } from '../../support/context';
import { RUNS } from '../../support/property';
import { LIST, objects } from './support';

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

test('what is not a page is told as a refusal, about the item that asked for it', async () => {
	const { client } = await openClient([{ status: 404, body: { data: [] } }]);
	await expect(fetchAll(client, LIST, 5, { itemIndex: 3 })).rejects.toMatchObject({
		message: 'Persona has nothing at this address (HTTP 404)',
		context: { itemIndex: 3 },
	});
});
