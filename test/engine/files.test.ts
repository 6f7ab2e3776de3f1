import { startSandbox, type Sandbox } from '../../sandbox';
import { hintsOf, outputOf, runWorkflow, type PersonaNode } from './support/engine';
import { BINARY_MODES, fileItem, fileWorkflow, useBinaryMode } from './support/files';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const HEADER = 'reference_id,name_first,name_last\r\n';
const ROWS = 'c-1,Zoë,"O\'Neil, Jr."\r\nc-2,محمد,"Line\r\n""break"""\r\n';

async function importOf(contents: (Buffer | string)[], node: PersonaNode = {}) {
	const items = await Promise.all(contents.map(async (content) => await fileItem(content)));
	return await runWorkflow(fileWorkflow(items, node), access());
}

const received = () => sandbox.importers().map(({ id }) => sandbox.csvOf(id).toString());

describe.each(BINARY_MODES)('CSV files in binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it('returns the Importer object with meta, linked to the item of the file', async () => {
		const run = await importOf([HEADER + ROWS]);
		const [importer] = sandbox.importers();
		expect(outputOf(run)).toEqual([
			{
				json: {
					type: 'importer/account',
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
						rows: 2,
						'file-name': 'contacts.csv',
						bytes: Buffer.byteLength(HEADER + ROWS),
						'request-id': expect.stringMatching(/^req_/),
						'environment-id': expect.stringMatching(/^env_/),
						'idempotency-key': sandbox.requests[0]!.headers['idempotency-key'],
						repeated: false,
					},
				},
				pairedItem: [{ item: 0 }],
			},
		]);
		expect(run.data.resultData.metadata).toEqual({ persona_importer_id: importer!.id });
		expect(hintsOf(run)).toEqual([]);
	});

	it('sends one request with one part, its length told in advance', async () => {
		await importOf([HEADER + ROWS]);
		expect(sandbox.requests).toHaveLength(1);
		const [request] = sandbox.requests;
		expect(request).toMatchObject({
			method: 'POST',
			path: '/importer/accounts',
			status: 201,
			parts: [
				{ name: 'data[attributes][file]', fileName: 'contacts.csv', contentType: 'text/csv' },
			],
		});
		expect(request!.headers['content-length']).toBe(String(request!.bodyBytes));
		expect(request!.headers['idempotency-key']).toMatch(/^[0-9a-f]{64}$/);
		expect(request!.headers).not.toHaveProperty('transfer-encoding');
	});

	it('sends the file as it is', async () => {
		await importOf([HEADER + ROWS]);
		expect(received()).toEqual([HEADER + ROWS]);
		await sandbox.settle();
		expect(sandbox.importers()[0]).toMatchObject({ status: 'ready', successfulCount: 2 });
		expect(sandbox.accounts().map(({ nameLast }) => nameLast)).toEqual([
			"O'Neil, Jr.",
			'Line\r\n"break"',
		]);
	});

	it.each([
		['a byte order mark', `\ufeff${HEADER}${ROWS}`],
		['names of a CRM', `External ID,"First Name",SURNAME\r\n${ROWS}`],
		['both, and quotes', `\ufeff"ContactId","first-name"," Last\r\nName "\r\n${ROWS}`],
		["names in quotes that are Persona's", `reference_id,"name_first",name_last\r\n${ROWS}`],
	])('%s: only the header is written anew', async (_, content) => {
		const run = await importOf([content]);
		expect(received()[0]!.replaceAll('"name_first"', 'name_first')).toBe(HEADER + ROWS);
		expect((outputOf(run)[0]!.json.meta as { bytes: number }).bytes).toBe(
			Buffer.byteLength(received()[0]!),
		);
		const [request] = sandbox.requests;
		expect(request!.headers['content-length']).toBe(String(request!.bodyBytes));
	});

	it.each([
		['LF', 'reference_id\n1\n2\n', 2],
		['no line end at the end', 'reference_id\n1\n2', 2],
		['blank lines', 'reference_id\n\n1\n\r\n2\n\n', 2],
		['line ends inside quotes', 'reference_id\n"1\n1"\n"2\r\n\n"\n', 2],
		['a row of commas', 'reference_id,tags\n,\n', 1],
		['a quotation mark inside a cell', 'reference_id,tags\n1,5" pipe\n2,6"\n', 2],
	])('%s: counts the rows', async (_, content, rows) => {
		const run = await importOf([content]);
		expect((outputOf(run)[0]!.json.meta as { rows: number }).rows).toBe(rows);
		expect(received()).toEqual([content]);
	});

	it('makes one import of each file, in order', async () => {
		const contents = [1, 2, 3].map((number) => `reference_id\n${number}\n`);
		const run = await importOf(contents);
		expect(received()).toEqual(contents);
		expect(outputOf(run).map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			sandbox.importers().map(({ id }, item) => [id, [{ item }]]),
		);
	});

	it('imports a file that is larger than what is read at a time', async () => {
		const rows = Array.from(
			{ length: 30_000 },
			(_, index) => `ref-${index},Zoë,"山田, ${index}"\r\n`,
		);
		const content = `Reference ID,First name,Last name\r\n${rows.join('')}`;
		const run = await importOf([content]);
		expect(received()).toEqual([HEADER + rows.join('')]);
		expect((outputOf(run)[0]!.json.meta as { rows: number }).rows).toBe(30_000);
	});
});

describe('CSV files', () => {
	beforeAll(async () => await useBinaryMode('default'));

	it('are the same import in every binary mode, in every further run and under every header', async () => {
		await importOf([HEADER + ROWS]);
		await useBinaryMode('filesystem');
		await importOf([`\ufeffID,First Name,Last Name\r\n${ROWS}`]);
		await useBinaryMode('default');
		expect(sandbox.importers()).toHaveLength(1);
		expect(sandbox.requests.map(({ idempotencyReplay }) => idempotencyReplay)).toEqual([
			false,
			true,
		]);
	});

	it.each([
		['one more row', HEADER + ROWS + 'c-3,,\r\n', {}],
		['another file name', HEADER + ROWS, { fileName: 'other.csv' }],
	])('with %s are another import', async (_, content, options) => {
		await importOf([HEADER + ROWS]);
		await importOf([content], { parameters: { options } });
		expect(sandbox.importers()).toHaveLength(2);
	});

	it('with the same content in one run are several imports', async () => {
		await importOf([HEADER + ROWS, HEADER + ROWS]);
		expect(sandbox.importers()).toHaveLength(2);
		const [first, second] = sandbox.requests.map(({ headers }) => headers['idempotency-key']);
		expect(second).toBe(`${first}-2`);
	});

	it('carry a custom key with the number of the item', async () => {
		const options = { idempotency: 'custom', idempotencyKey: 'monday' };
		await importOf(['reference_id\n1\n', 'reference_id\n2\n'], { parameters: { options } });
		expect(sandbox.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
			'monday-1',
			'monday-2',
		]);
	});

	it.each([
		['contacts.csv', {}, 'contacts.csv'],
		['Contacts.CSV', {}, 'Contacts.CSV'],
		['contacts.txt', {}, 'contacts.txt.csv'],
		['../my "contacts"\r\n.csv', {}, '.._my _contacts___.csv'],
		['half \ud800 character.csv', {}, 'half \ufffd character.csv'],
		['  ', {}, 'accounts.csv'],
		['contacts.csv', { fileName: 'november' }, 'november.csv'],
	])('named %j with options %j are sent as %s', async (fileName, options, sentAs) => {
		const item = await fileItem(HEADER + ROWS, { fileName });
		const run = await runWorkflow(fileWorkflow([item], { parameters: { options } }), access());
		expect(sandbox.requests[0]!.parts[0]!.fileName).toBe(sentAs);
		expect((outputOf(run)[0]!.json.meta as Record<string, unknown>)['file-name']).toBe(sentAs);
	});

	it('come from the field that is named, for each item by expression', async () => {
		const items = [
			await fileItem('reference_id\n1\n', { field: 'first' }),
			await fileItem('reference_id\n2\n', { field: 'second' }),
		];
		items[0]!.json = { field: 'first' };
		items[1]!.json = { field: 'second' };
		const parameters = { binaryPropertyName: '={{ $json.field }}' };
		await runWorkflow(fileWorkflow(items, { parameters }), access());
		expect(received()).toEqual(['reference_id\n1\n', 'reference_id\n2\n']);
	});

	it('can be given by an expression itself, where n8n keeps them outside the items', async () => {
		await useBinaryMode('filesystem');
		const parameters = { binaryPropertyName: '={{ $binary.attachment }}' };
		const item = await fileItem(HEADER + ROWS, { field: 'attachment' });
		await runWorkflow(fileWorkflow([item], { parameters }), access());
		await useBinaryMode('default');
		expect(received()).toEqual([HEADER + ROWS]);
	});

	it('are not touched by what is set up for items', async () => {
		const options = { unmatchedFields: 'reject', duplicates: 'reject', rowsPerImport: 1 };
		const content = 'reference_id\n1\n1\n1\n';
		await importOf([content], { parameters: { options } });
		expect(received()).toEqual([content]);
	});
});
