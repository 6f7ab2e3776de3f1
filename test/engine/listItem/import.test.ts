import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputOf, hintsOf, runWorkflow } from '../support/engine';
import { listWorkflow } from '../support/listItems';
import { KINDS } from '../support/listKinds';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

describe.each(KINDS)('a list of type $listType', ({ listType, name, path, rows, csv }) => {
	const newList = () => sandbox.addList({ type: `list/${name}` });

	it('is filled: one request with two parts, one item linked to every row', async () => {
		const { id } = newList();
		const run = await runWorkflow(listWorkflow(listType, id, rows), access());
		const [importer] = sandbox.importers();
		expect(outputOf(run)).toEqual([
			{
				json: {
					type: `importer/list-item/${name}`,
					id: importer!.id,
					attributes: {
						status: 'pending',
						'created-at': importer!.createdAt,
						'completed-at': null,
						'error-count': 0,
						'successful-count': 0,
						'duplicate-count': 0,
					},
					meta: {
						rows: 3,
						'blank-rows': 0,
						'merged-duplicates': 0,
						'rejected-rows': 0,
						part: 1,
						parts: 1,
						'file-name': 'list-items.csv',
						bytes: sandbox.csvOf(importer!.id).length,
						'request-id': expect.stringMatching(/^req_/),
						'environment-id': expect.stringMatching(/^env_/),
						'idempotency-key': sandbox.requests[0]!.headers['idempotency-key'],
						repeated: false,
						mapping: expect.any(Object),
						'ignored-fields': expect.any(Array),
						'passed-over-fields': [],
						warnings: expect.any(Array),
					},
				},
				pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
			},
		]);
		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.requests[0]).toMatchObject({
			method: 'POST',
			path: `/importer/list-item/${path}`,
			parts: [
				{ name: 'data[attributes][file]', fileName: 'list-items.csv', contentType: 'text/csv' },
				{ name: 'data[attributes][list-id]', bytes: id.length },
			],
		});
		expect(importer).toMatchObject({ listId: id });
	});

	it('gets exactly these rows', async () => {
		const { id } = newList();
		await runWorkflow(listWorkflow(listType, id, rows), access());
		const [importer] = sandbox.importers();
		expect(sandbox.csvOf(importer!.id).toString('utf8')).toBe([...csv, ''].join('\r\n'));
		await sandbox.settle();
		expect(importer).toMatchObject({ status: 'ready', successfulCount: 3, errorCount: 0 });
		expect(sandbox.listItems(id)).toHaveLength(3);
	});

	it('takes the same rows mapped by hand', async () => {
		const { id } = newList();
		const columns = csv[0]!.split(',');
		const fields = Object.keys(rows[0]!);
		const value = Object.fromEntries(
			columns.map((column, index) => [column, `={{ $json["${fields[index]}"] }}`]),
		);
		const parameters = { columns: { mappingMode: 'defineBelow', value } };
		await runWorkflow(listWorkflow(listType, id, rows, { parameters }), access());
		expect(sandbox.csvOf(sandbox.importers()[0]!.id).toString('utf8')).toBe(
			[...csv, ''].join('\r\n'),
		);
	});
});

describe('lists and idempotency', () => {
	const rows = [{ value: '192.0.2.1' }];
	const importInto = async (listId: string) =>
		outputOf(await runWorkflow(listWorkflow('ipAddress', listId, rows), access()))[0]!.json.id;

	it('the same rows into the same list are the same import, into another list another', async () => {
		const [one, other] = [1, 2].map(() => sandbox.addList({ type: 'list/ip-address' }));
		const first = await importInto(one!.id);
		expect(await importInto(one!.id)).toBe(first);
		expect(await importInto(other!.id)).not.toBe(first);
		expect(sandbox.importers().map(({ listId }) => listId)).toEqual([one!.id, other!.id]);
	});
});

describe('options of lists', () => {
	it('ignore what was left behind from an account import', async () => {
		const { id } = sandbox.addList({ type: 'list/ip-address' });
		const options = { birthdateFormat: 'custom', duplicates: 'reject', tagSeparator: '' };
		const rows = [{ value: '192.0.2.1' }, { value: '192.0.2.1' }];
		await runWorkflow(listWorkflow('ipAddress', id, rows, { parameters: { options } }), access());
		expect(sandbox.csvOf(sandbox.importers()[0]!.id).toString('utf8')).toBe(
			'value\r\n192.0.2.1\r\n192.0.2.1\r\n',
		);
	});

	it('split a list import like any other', async () => {
		const { id } = sandbox.addList({ type: 'list/ip-address' });
		const rows = [1, 2, 3].map((last) => ({ value: `192.0.2.${last}` }));
		const options = { rowsPerImport: 2, fileName: 'monday' };
		const run = await runWorkflow(
			listWorkflow('ipAddress', id, rows, { parameters: { options } }),
			access(),
		);
		expect(outputOf(run).map(({ json, pairedItem }) => [json.meta, pairedItem])).toMatchObject([
			[{ part: 1, parts: 2, rows: 2, 'file-name': 'monday.csv' }, [{ item: 0 }, { item: 1 }]],
			[{ part: 2, parts: 2, rows: 1 }, [{ item: 2 }]],
		]);
		expect(sandbox.importers().map(({ listId }) => listId)).toEqual([id, id]);
	});
});

it.each([
	[
		['+14155550100', '4155550101', '(415) 555-0102'],
		"In 2 rows 'value' does not begin with + and a country code",
	],
	[['4155550101'], "In 1 row 'value' does not begin with + and a country code"],
	[['+14155550100'], undefined],
])('phone numbers %j: hint %j', async (values, message) => {
	const { id } = sandbox.addList({ type: 'list/phone-number' });
	const rows = values.map((value) => ({ value }));
	const run = await runWorkflow(listWorkflow('phoneNumber', id, rows), access());
	expect(hintsOf(run)[0]).toBe(message);
});
