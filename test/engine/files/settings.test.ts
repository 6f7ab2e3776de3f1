import { outputOf, runWorkflow } from '../support/engine';
import { FileImports } from '../support/fileImports';
import { fileItem, fileWorkflow, useBinaryMode } from '../support/files';

const imports = new FileImports().use({ processingMilliseconds: 5 });

const HEADER = 'reference_id,name_first,name_last\r\n';
const ROWS = 'c-1,Zoë,"O\'Neil, Jr."\r\nc-2,محمد,"Line\r\n""break"""\r\n';

describe('CSV files', () => {
	it('are the same import in every binary mode, in every further run and under every header', async () => {
		await imports.importOf([HEADER + ROWS]);
		await useBinaryMode('filesystem');
		await imports.importOf([`\ufeffID,First Name,Last Name\r\n${ROWS}`]);
		await useBinaryMode('default');
		expect(imports.sandbox.importers()).toHaveLength(1);
		expect(imports.sandbox.requests.map(({ idempotencyReplay }) => idempotencyReplay)).toEqual([
			false,
			true,
		]);
	});

	it.each([
		['one more row', HEADER + ROWS + 'c-3,,\r\n', {}],
		['another file name', HEADER + ROWS, { fileName: 'other.csv' }],
	])('with %s are another import', async (_, content, options) => {
		await imports.importOf([HEADER + ROWS]);
		await imports.importOf([content], { parameters: { options } });
		expect(imports.sandbox.importers()).toHaveLength(2);
	});

	it('with the same content in one run are several imports', async () => {
		await imports.importOf([HEADER + ROWS, HEADER + ROWS]);
		expect(imports.sandbox.importers()).toHaveLength(2);
		const [first, second] = imports.sandbox.requests.map(
			({ headers }) => headers['idempotency-key'],
		);
		expect(second).toBe(`${first}-2`);
	});

	it('carry a custom key with the number of the item', async () => {
		const options = { idempotency: 'custom', idempotencyKey: 'monday' };
		await imports.importOf(['reference_id\n1\n', 'reference_id\n2\n'], { parameters: { options } });
		expect(imports.sandbox.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
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
		const run = await runWorkflow(
			fileWorkflow([item], { parameters: { options } }),
			imports.access,
		);
		expect(imports.sandbox.requests[0]!.parts[0]!.fileName).toBe(sentAs);
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
		await runWorkflow(fileWorkflow(items, { parameters }), imports.access);
		expect(imports.received()).toEqual(['reference_id\n1\n', 'reference_id\n2\n']);
	});

	it('can be given by an expression itself, where n8n keeps them outside the items', async () => {
		await useBinaryMode('filesystem');
		const parameters = { binaryPropertyName: '={{ $binary.attachment }}' };
		const item = await fileItem(HEADER + ROWS, { field: 'attachment' });
		await runWorkflow(fileWorkflow([item], { parameters }), imports.access);
		await useBinaryMode('default');
		expect(imports.received()).toEqual([HEADER + ROWS]);
	});

	it('are not touched by what is set up for items', async () => {
		const options = { unmatchedFields: 'reject', duplicates: 'reject', rowsPerImport: 1 };
		const content = 'reference_id\n1\n1\n1\n';
		await imports.importOf([content], { parameters: { options } });
		expect(imports.received()).toEqual([content]);
	});
});
