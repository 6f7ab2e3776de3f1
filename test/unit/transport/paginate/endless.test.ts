import { fetchAll } from '../../../../nodes/Persona/transport/paginate';
import { openClient, type Step } from '../../support/context';
import { LIST, objects } from './support';

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
