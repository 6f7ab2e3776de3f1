import { importedPart, importerItem } from '../../e2e/support/items';
import type { HostInstance } from '../support/host';
import { onlyImport, PENDING, ready } from '../support/imported';
import { accountImport, AS_FILE, PEOPLE, TAXPAYERS } from '../support/workflow';

const ACCOUNTS = [
	['crm-1', 'Zoë', 'Núñez, Jr.', '900-12-0001'],
	['crm-2', '美咲', '山田', '900-12-0002'],
	['crm-3', 'Amara', "O'Brien", null],
].map(([referenceId, nameFirst, nameLast, socialSecurityNumber]) => ({
	referenceId,
	nameFirst,
	nameMiddle: null,
	nameLast,
	birthdate: null,
	socialSecurityNumber,
	tags: null,
}));

const ITEMS = [0, 1, 2];

/** @param inMemory whether this n8n keeps the files that nodes make in memory, as part of their items */
export function importsAccounts(host: () => HostInstance, inMemory: boolean): void {
	it('imports items with automatic mapping', async () => {
		const ran = await host().run({ rows: PEOPLE }, { parameters: accountImport() });
		const { importer, meta } = await onlyImport(host());
		expect(ran).toEqual({
			outputs: [[importerItem(importer, { attributes: PENDING, meta, items: ITEMS })]],
			hints: ['3 rows sent; Persona is working on them', TAXPAYERS],
			metadata: { persona_importer_id: importer.id },
		});
		expect(host().sandbox.accounts().map(importedPart)).toEqual(ACCOUNTS);
	});

	it('imports items that are mapped by hand, to plain fields and by an expression', async () => {
		const value = {
			reference_id: '={{ $json["Contact ID"] }}',
			name_first: '={{ $json["First Name"].trim() }}',
			name_last: '={{ $json["Last Name"] }}',
			tags: 'n8n',
		};
		const columns = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] };
		const ran = await host().run({ rows: PEOPLE }, { parameters: accountImport({ columns }) });
		const { importer, csv, meta } = await onlyImport(host());
		expect(csv.split('\r\n')).toEqual([
			'reference_id,name_first,name_last,tags',
			'crm-1,Zoë,"Núñez, Jr.",n8n',
			'crm-2,美咲,山田,n8n',
			"crm-3,Amara,O'Brien,n8n",
			'',
		]);
		const item = importerItem(importer, { attributes: PENDING, meta, items: ITEMS });
		expect(ran.outputs).toEqual([[item]]);
	});

	it('imports a CSV file', async () => {
		const parameters = accountImport({ source: 'file', binaryPropertyName: 'data' });
		const ran = await host().run({ rows: PEOPLE, between: AS_FILE }, { parameters });
		const { importer, fileMeta } = await onlyImport(host());
		const meta = { ...fileMeta, 'file-name': 'people.csv' };
		const item = importerItem(importer, { attributes: PENDING, meta, items: [0] });
		expect(ran.outputs).toEqual([[item]]);
		const asInFile = ACCOUNTS.map((account, row) => ({
			...account,
			nameFirst: PEOPLE[row]!['First Name'],
			socialSecurityNumber: PEOPLE[row]!.SSN || null,
		}));
		expect(host().sandbox.accounts().map(importedPart)).toEqual(asInFile);
	});

	it('waits for completion', async () => {
		const parameters = accountImport({ waitForCompletion: true, options: { pollInterval: 1 } });
		const ran = await host().run({ rows: PEOPLE }, { parameters });
		const { importer, meta } = await onlyImport(host());
		const item = importerItem(importer, { attributes: ready(3), meta, items: ITEMS });
		expect(ran.outputs).toEqual([[item]]);
	});

	it('says what became of each row', async () => {
		const existing = host().sandbox.addAccount({ referenceId: 'crm-2' });
		const parameters = accountImport({ output: 'rows', options: { pollInterval: 1 } });
		const ran = await host().run({ rows: PEOPLE }, { parameters });
		const { importer } = await onlyImport(host());
		const accounts = host().sandbox.accounts();
		const items = PEOPLE.map(({ 'Contact ID': referenceId }, row) => {
			const account = accounts.find((found) => found.referenceId === referenceId);
			const outcome = account === existing ? 'alreadyExisted' : 'created';
			const json = { row, referenceId, outcome, accountId: account!.id, importerId: importer.id };
			return { json, pairedItem: { item: row } };
		});
		expect(ran).toMatchObject({
			outputs: [items],
			hints: ['3 rows sent; Persona has finished: 2 successful, 1 duplicate', TAXPAYERS],
		});
	});

	it('sends nothing in a dry run and shows what it would send', async () => {
		const parameters = accountImport({ options: { dryRun: true } });
		const { outputs, hints } = await host().run({ rows: PEOPLE }, { parameters });
		expect(outputs).toEqual([
			[
				{
					json: {
						'dry-run': true,
						part: 1,
						parts: 1,
						rows: 3,
						bytes: 152,
						'blank-rows': 0,
						'merged-duplicates': 0,
						'rejected-rows': 0,
						warnings: [
							{
								code: 'taxpayerNumber',
								column: 'social_security_number',
								count: 2,
								items: [0, 1],
								message: TAXPAYERS,
							},
						],
						mapping: expect.any(Object) as object,
						'ignored-fields': [],
						'passed-over-fields': [],
						'file-name': 'accounts.csv',
						columns: ['reference_id', 'name_first', 'name_last', 'social_security_number'],
						rejected: [],
					},
					binary: {
						data: expect.objectContaining({
							mimeType: 'text/csv',
							fileName: 'accounts.csv',
							fileSize: '188 B',
						}) as object,
					},
					pairedItem: ITEMS.map((item) => ({ item })),
				},
			],
		]);
		expect('id' in outputs[0]![0]!.binary!.data!).toBe(!inMemory);
		expect(hints).toEqual(['Dry run: nothing was sent to Persona', TAXPAYERS]);
		expect(host().sandbox.requests).toEqual([]);
	});
}
