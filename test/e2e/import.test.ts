import type { Warning } from '../../nodes/Persona/pipeline/types';
import type { Workflow } from '../../scripts/n8n/types';
import { readExamples } from '../../scripts/start/examples';
import { contactsToImport } from './support/contacts';
import {
	CREDENTIAL_ID,
	newInstance,
	RUN_LIMIT,
	SETUP_LIMIT,
	type Instance,
} from './support/instance';
import { importedPart, importerItem, made } from './support/items';
import { twins } from './support/twins';
import mappedByHand from './workflows/mapped-by-hand.json';

jest.setTimeout(RUN_LIMIT);

describe('The packed node in n8n', () => {
	let instance: Instance;

	beforeAll(async () => {
		instance = await newInstance();
	}, SETUP_LIMIT);

	beforeEach(() => instance.sandbox.reset());

	afterAll(() => instance.close());

	async function runAndSettle(workflow: Workflow, nodeName: string) {
		const { run, sandbox } = instance;
		const output = await run(workflow, nodeName);
		await sandbox.settle();
		const [importer, ...others] = sandbox.importers();
		if (!importer || others.length) throw new Error('There has to be exactly one importer');
		return { output, importer, csv: sandbox.csvOf(importer.id) };
	}

	describe('with the main example', () => {
		const expected = contactsToImport();
		const attributes = {
			status: 'pending',
			'created-at': made.time,
			'completed-at': null,
			'error-count': 0,
			'successful-count': 0,
			'duplicate-count': 0,
		};
		const meta = {
			rows: expected.length,
			'blank-rows': 8,
			'merged-duplicates': 13,
			'rejected-rows': 0,
			part: 1,
			parts: 1,
			'file-name': 'accounts.csv',
			'request-id': made.requestId,
			'environment-id': made.environmentId,
			'idempotency-key': made.contentKey,
			repeated: false,
			mapping: expect.objectContaining({ reference_id: ['ContactId'], name_last: ['LastName'] }),
			'ignored-fields': expect.arrayContaining(['Email', 'Phone']),
			'passed-over-fields': [],
			warnings: expect.any(Array),
		};

		it('imports every contact of the CRM export and links the importer to each of them', async () => {
			const { main } = readExamples(CREDENTIAL_ID);
			const { output, importer, csv } = await runAndSettle(main, 'Import accounts');
			const items = expected.map(({ place }) => place);
			expect(output).toEqual([
				importerItem(importer, { attributes, meta: { ...meta, bytes: csv.length }, items }),
			]);
			expect(importer).toMatchObject({ status: 'ready', successfulCount: expected.length });
			const { warnings } = output![0]!.json.meta as { warnings: Warning[] };
			expect(warnings.map(({ code, column, count }) => `${count} ${column}: ${code}`)).toEqual([
				'174 social_security_number: taxpayerNumber',
				'9 name_first: unlikelyName',
				'9 name_last: unlikelyName',
				'3 name_first: placeholderName',
				'3 name_last: placeholderName',
				'1 name_middle: unlikelyName',
				'2 birthdate: fillerDay',
				'1 name_last: companyName',
				'1 name_first: html',
				'1 name_last: html',
				'1 name_first: wholeName',
			]);
			const contacts = expected.map(({ contact }) => contact);
			expect(instance.sandbox.accounts().map(importedPart)).toEqual(contacts);
		});
	});

	describe('with a workflow that was written by hand', () => {
		const meta = {
			rows: 2,
			blankRows: 1,
			mergedDuplicates: 0,
			rejectedRows: 0,
			part: 1,
			parts: 1,
			fileName: 'people.csv',
			requestId: made.requestId,
			environmentId: made.environmentId,
			idempotencyKey: 'newsletter 2024, week 7-1',
			repeated: false,
			mapping: expect.any(Object),
			ignoredFields: [],
			passedOverFields: [],
			warnings: [],
		};
		const people = [
			'reference_id,name_first,name_last,birthdate,tags',
			'71,"Zoë ""Zed""","Núñez, Jr.",2000-02-29,vip;north',
			'72,美咲,山田,1988-12-01,',
		];

		it('sends what its options say and puts out what they ask for', async () => {
			const workflow = mappedByHand as unknown as Workflow;
			const { output, importer, csv } = await runAndSettle(workflow, 'Persona');
			expect(csv.toString().split(/\r?\n/)).toEqual([...people, '']);
			const attributes = { status: 'pending', createdAt: made.time };
			expect(output).toEqual([
				importerItem(importer, {
					attributes,
					meta: { ...meta, bytes: csv.length },
					items: [0, 2],
				}),
			]);
			expect(instance.sandbox.requests).toEqual([
				expect.objectContaining({
					method: 'POST',
					path: '/importer/accounts',
					query: { 'fields[importer]': 'status,created-at', include: 'creator' },
					headers: expect.objectContaining({
						'persona-version': '2025-10-27',
						'key-inflection': 'camel',
						'idempotency-key': 'newsletter 2024, week 7-1',
					}) as object,
					parts: [
						{
							name: 'data[attributes][file]',
							fileName: 'people.csv',
							contentType: 'text/csv',
							bytes: csv.length,
						},
					],
					status: 201,
				}),
			]);
		});
	});

	it('reads plain fields as the expression engine of this n8n evaluates them', async () => {
		const { run, sandbox } = instance;
		const output = await run(twins(), 'Plain');
		const importers = sandbox.importers();
		const [plain, evaluated] = importers.map(({ id }) => sandbox.csvOf(id).toString());
		expect(importers).toHaveLength(2);
		expect(plain?.split('\r\n').length).toBeGreaterThan(5);
		expect(plain).toBe(evaluated);
		expect(output?.length).toBeGreaterThan(2);
	});
});
