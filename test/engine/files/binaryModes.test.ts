import { hintsOf, outputOf } from '../support/engine';
import { FileImports } from '../support/fileImports';
import { BINARY_MODES, useBinaryMode } from '../support/files';

const imports = new FileImports().use({ processingMilliseconds: 5 });

const HEADER = 'reference_id,name_first,name_last\r\n';
const ROWS = 'c-1,Zoë,"O\'Neil, Jr."\r\nc-2,محمد,"Line\r\n""break"""\r\n';

describe.each(BINARY_MODES)('CSV files in binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it('returns the Importer object with meta, linked to the item of the file', async () => {
		const run = await imports.importOf([HEADER + ROWS]);
		const [importer] = imports.sandbox.importers();
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
						'idempotency-key': imports.sandbox.requests[0]!.headers['idempotency-key'],
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
		await imports.importOf([HEADER + ROWS]);
		expect(imports.sandbox.requests).toHaveLength(1);
		const [request] = imports.sandbox.requests;
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
		await imports.importOf([HEADER + ROWS]);
		expect(imports.received()).toEqual([HEADER + ROWS]);
		await imports.sandbox.settle();
		expect(imports.sandbox.importers()[0]).toMatchObject({ status: 'ready', successfulCount: 2 });
		expect(imports.sandbox.accounts().map(({ nameLast }) => nameLast)).toEqual([
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
		const run = await imports.importOf([content]);
		expect(imports.received()[0]!.replaceAll('"name_first"', 'name_first')).toBe(HEADER + ROWS);
		expect((outputOf(run)[0]!.json.meta as { bytes: number }).bytes).toBe(
			Buffer.byteLength(imports.received()[0]!),
		);
		const [request] = imports.sandbox.requests;
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
		const run = await imports.importOf([content]);
		expect((outputOf(run)[0]!.json.meta as { rows: number }).rows).toBe(rows);
		expect(imports.received()).toEqual([content]);
	});

	it('makes one import of each file, in order', async () => {
		const contents = [1, 2, 3].map((number) => `reference_id\n${number}\n`);
		const run = await imports.importOf(contents);
		expect(imports.received()).toEqual(contents);
		expect(outputOf(run).map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			imports.sandbox.importers().map(({ id }, item) => [id, [{ item }]]),
		);
	});

	it('imports a file that is larger than what is read at a time', async () => {
		const rows = Array.from(
			{ length: 30_000 },
			(_, index) => `ref-${index},Zoë,"山田, ${index}"\r\n`,
		);
		const content = `Reference ID,First name,Last name\r\n${rows.join('')}`;
		const run = await imports.importOf([content]);
		expect(imports.received()).toEqual([HEADER + rows.join('')]);
		expect((outputOf(run)[0]!.json.meta as { rows: number }).rows).toBe(30_000);
	});
});
