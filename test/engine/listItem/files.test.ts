import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputOf, runWorkflow } from '../support/engine';
import { BINARY_MODES, fileItem, fileWorkflow, useBinaryMode } from '../support/files';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function importFile(listId: string, csv: string) {
	const parameters = {
		resource: 'listItem',
		listType: 'emailAddress',
		listId: { __rl: true, mode: 'id', value: listId },
	};
	const items = [await fileItem(csv, { fileName: 'block-list.csv' })];
	return await runWorkflow(fileWorkflow(items, { parameters }), access());
}

const FILE = 'Email,Match Type\nann@example.com,email_address\nspam.test,domain\n';

describe.each(BINARY_MODES)('a list from a CSV file, binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it('is filled with the rows of the file, under the columns of its type', async () => {
		const { id } = sandbox.addList({ type: 'list/email-address' });
		const run = await importFile(id, FILE);
		const [importer] = sandbox.importers();
		expect(outputOf(run)).toMatchObject([
			{ json: { id: importer!.id, meta: { rows: 2 } }, pairedItem: [{ item: 0 }] },
		]);
		expect(sandbox.csvOf(importer!.id).toString('utf8')).toBe(
			'value,match_type\nann@example.com,email_address\nspam.test,domain\n',
		);
		expect(sandbox.requests).toMatchObject([
			{
				path: '/importer/list-item/email-addresses',
				parts: [
					{ name: 'data[attributes][file]', fileName: 'block-list.csv', contentType: 'text/csv' },
					{ name: 'data[attributes][list-id]', bytes: id.length },
				],
			},
		]);
		await sandbox.settle();
		expect(sandbox.listItems(id)).toHaveLength(2);
	});

	it('goes to each list once', async () => {
		const [one, other] = [1, 2].map(() => sandbox.addList({ type: 'list/email-address' }));
		for (const list of [one, one, other]) await importFile(list!.id, FILE);
		expect(sandbox.importers().map(({ listId }) => listId)).toEqual([one!.id, other!.id]);
	});

	it('is not filled from a file with the columns of something else', async () => {
		const { id } = sandbox.addList({ type: 'list/email-address' });
		const run = await importFile(id, 'reference_id,name_first\n1,Ann\n');
		const { message, description } = run.data.resultData.error!;
		expect(message).toBe("Item 0: the file in 'data' names none of the columns in its first line");
		expect(description).toContain('value, match_type');
		expect(sandbox.requests).toEqual([]);
	});
});
