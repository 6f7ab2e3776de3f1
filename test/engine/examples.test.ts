import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';

import { getBatchJobColumns } from '../../nodes/Persona/methods/resourceMapping';
import { EVENT_OPTIONS } from '../../nodes/Persona/trigger/eventNames';
import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, runWorkflow, type WorkflowFile } from './support/engine';
import { fileItem, useBinaryMode } from './support/files';
import { listSearchContext } from './support/listSearch';
import { VirtualClock } from './support/virtualClock';

const EXAMPLES = join(__dirname, '../../examples');

let sandbox: Sandbox;
const clock = new VirtualClock();

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

const readExample = (name: string) =>
	JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8')) as WorkflowFile;

const readData = (name: string) =>
	parse(readFileSync(join(EXAMPLES, 'data', name)), { columns: true }) as Record<string, string>[];

/** Runs an example, and returns what a node put out. */
async function run(file: WorkflowFile, { apiKey, url: baseUrl } = sandbox) {
	const { data } = await runWorkflow(file, { apiKey, baseUrl });
	expect(data.resultData.error).toBeUndefined();
	return (node: string) =>
		(data.resultData.runData[node] ?? [])
			.flatMap((task) => task.data?.main?.[0] ?? [])
			.map(({ json }) => json);
}

/** Runs an example with rows in place of what it reads or receives. */
async function runExample(
	name: string,
	reader: string,
	rows: IDataObject[],
	setUp: (file: WorkflowFile) => void = () => undefined,
) {
	const file = readExample(name);
	setUp(file);
	return await run({ ...file, pinData: { [reader]: rows.map((json) => ({ json })) } });
}

describe('write-account-ids-back.json', () => {
	it('gives every contact of the CRM export the ID of its account', async () => {
		const contacts = readData('crm-contacts.csv');
		const outputOf = await runExample(
			'write-account-ids-back.json',
			'One item per contact',
			contacts,
		);
		const accountOf = new Map(
			sandbox
				.accounts()
				.map(({ referenceId, id }) => [referenceId?.trim().toLowerCase() ?? '', id]),
		);
		const isBlank = (contact: Record<string, string>) =>
			['ContactId', 'FirstName', 'MiddleName', 'LastName', 'DateOfBirth', 'SSN', 'Labels'].every(
				(name) => contact[name]?.trim() === '',
			);
		const expected = contacts
			.filter((contact) => !isBlank(contact))
			.map(({ ContactId = '' }) => {
				const isKnown = ContactId.trim() !== '' && !ContactId.includes(',');
				return {
					ContactId,
					PersonaAccountId: isKnown ? accountOf.get(ContactId.trim().toLowerCase()) : null,
					PersonaOutcome: isKnown ? 'created' : 'unverifiable',
				};
			});
		expect(outputOf('Update the contact in the CRM')).toEqual(expected);
		expect(expected).toHaveLength(292);
		expect(sandbox.accounts()).toHaveLength(279);
	});

	it('shows with its pinned contacts what the CRM gets of each', async () => {
		const outputOf = await run(readExample('write-account-ids-back.json'));
		const [ada, björn, ...others] = sandbox.accounts();
		expect(others).toEqual([]);
		expect(outputOf('Update the contact in the CRM')).toEqual([
			{ ContactId: 'demo-ada', PersonaAccountId: ada!.id, PersonaOutcome: 'created' },
			{ ContactId: 'demo-björn', PersonaAccountId: björn!.id, PersonaOutcome: 'created' },
		]);
		expect(outputOf('Flag the contact in the CRM')).toEqual([
			{
				ContactId: 'demo-carla',
				PersonaReason:
					"Item 2, column 'birthdate' (your field 'DateOfBirth'): is not a day that exists in the calendar",
			},
		]);
	});
});

describe('sync-crm-sheet.json', () => {
	const FILE = 'sync-crm-sheet.json';
	const READER = 'One item per contact';

	it('creates the accounts in the first night, and updates them in the next', async () => {
		const contacts = readData('crm-contacts.csv');
		const first = await runExample(FILE, READER, contacts);
		const accounts = sandbox.accounts().length;
		const reasons = first('Write the reason into the sheet');
		expect(reasons.length).toBeGreaterThan(0);
		expect(first('Clear the reason in the sheet').length + reasons.length).toBe(292);
		const [job, ...others] = sandbox.batchJobs();
		expect(others).toEqual([]);
		expect(job).toMatchObject({ createdCount: accounts, updatedCount: 0 });
		const second = await runExample(FILE, READER, contacts);
		expect(second('Write the reason into the sheet')).toEqual(reasons);
		expect(sandbox.accounts()).toHaveLength(accounts);
		expect(sandbox.batchJobs()[1]).toMatchObject({ createdCount: 0, updatedCount: accounts });
	});

	it('holds the mapper as the editor stores it', async () => {
		const { parameters } = readExample(FILE).nodes.find(({ type }) => type.endsWith('.persona'))!;
		const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		const { fields } = await getBatchJobColumns.call(listSearchContext(access, parameters));
		expect(parameters.columns).toEqual({
			mappingMode: 'autoMapInputData',
			value: {},
			matchingColumns: [],
			schema: fields.map((field) => ({ ...field, removed: false })),
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		});
	});

	it('says why a contact has no account', async () => {
		const contact = { ContactId: 'C-1', FirstName: 'Ada', Email: 'ada@example.com' };
		const contacts = [
			contact,
			{ ...contact, ContactId: '' },
			{ ...contact, ContactId: 'C-2', Email: 'ada' },
		];
		const outputOf = await runExample(FILE, READER, contacts);
		expect(outputOf('Clear the reason in the sheet')).toEqual([
			{ ContactId: 'C-1', PersonaReason: '' },
		]);
		const reasons = outputOf('Write the reason into the sheet').map(
			({ PersonaReason }) => PersonaReason,
		);
		expect(reasons).toEqual([
			"Item 1, column 'reference_id': has no value, and Persona needs one here",
			'Item 2: Persona could not write this row: Field ••• has invalid value •••',
		]);
	});
});

describe('report-rejected-rows.json', () => {
	it('imports what is usable, and makes one message of what is not', async () => {
		const rows = readData('crm-contacts-with-problems.csv');
		const outputOf = await runExample('report-rejected-rows.json', 'One item per row', rows);
		expect(outputOf('Send the result')).toEqual([
			{ message: 'Persona imported 9 people, skipped 0 that it already had, and rejected 0.' },
		]);
		const [{ message } = {}, ...others] = outputOf('Send the message');
		expect(others).toEqual([]);
		const lines = String(message).split('\n');
		expect(lines[0]).toBe('30 rows were not imported:');
		expect(lines[1]).toBe(
			"P-002: Item 1, column 'birthdate' (your field 'DOB'): is not a day that exists in the calendar",
		);
		expect(lines).toHaveLength(31);
		const isNotUsable = ({ Remark = '' }) => !/^(Fine|The same customer ID|$)/.test(Remark);
		const unusable = rows.filter(isNotUsable).map((row) => row['Customer ID']);
		const named = lines.slice(1).map((line) => line.slice(0, line.indexOf(': Item ')));
		expect(named).toEqual(unusable.map((id) => (id === '' ? 'no customer ID' : id)));
		const written = outputOf('Write it back into the spreadsheet');
		expect(written.map((row) => row['Customer ID']).sort()).toEqual(unusable.sort());
		expect(outputOf('Ask for the birthdate')[0]).toEqual({
			'Customer ID': 'P-002',
			'To do': 'Ask this person for the birthdate again.',
			Reason:
				"Item 1, column 'birthdate' (your field 'DOB'): is not a day that exists in the calendar",
		});
		for (const row of outputOf('Correct the row')) expect(row['To do']).not.toBe('');
	});

	it('tells no numbers as long as Persona has none', async () => {
		const slow = await startSandbox({ processingMilliseconds: Infinity, now: clock.now });
		const pinData = { 'One item per row': [{ json: { ContactId: '1' } }] };
		const outputOf = await run({ ...readExample('report-rejected-rows.json'), pinData }, slow);
		const [importer] = slow.importers();
		await slow.close();
		expect(outputOf('Send the result')).toEqual([
			{ message: `Persona is still working on the import ${importer!.id}.` },
		]);
	});
});

describe('report-batch-job-errors.json', () => {
	const FILE = 'report-batch-job-errors.json';
	const TRIGGER = 'When a batch job ends';

	/** The message about a job of these rows. */
	async function messagesFor(rows: IDataObject[]) {
		const parameters = {
			resource: 'account',
			operation: 'upsert',
			accountTypeId: 'acttp_SandboxAccountTypeUser',
		};
		const settings = { onError: 'continueRegularOutput' } as const;
		await runWorkflow(importWorkflow(rows, { parameters, settings }), {
			apiKey: sandbox.apiKey,
			baseUrl: sandbox.url,
		});
		const { id } = sandbox.batchJobs().at(-1)!;
		const outputOf = await runExample(FILE, TRIGGER, [
			{ event: 'batch-job.completed', objectId: id },
		]);
		return { id, messages: outputOf('Send the message').map(({ message }) => message) };
	}

	const person = (id: number, more: IDataObject = {}) => ({
		reference_id: `C-${id}`,
		name_first: 'Wilhelmina',
		...more,
	});
	const WRONG = { email_address: 'wilhelmina' };

	it('says which rows were not written, and nothing that they hold', async () => {
		const rows = [person(1), person(2, WRONG), person(3), person(4, WRONG)];
		const { id, messages } = await messagesFor(rows);
		expect(messages).toEqual([
			`What batch job ${id} could not write:\nRow 2: Field ••• has invalid value •••\nRow 4: Field ••• has invalid value •••`,
		]);
	});

	it('names the first 50 of many', async () => {
		const rows = Array.from({ length: 120 }, (_, id) => person(id, WRONG));
		const [message] = (await messagesFor(rows)).messages;
		const lines = String(message).split('\n');
		expect(lines).toHaveLength(52);
		expect(lines.at(-1)).toBe('and 70 more');
	});

	it('sends nothing when all rows were written', async () => {
		expect((await messagesFor([person(1)])).messages).toEqual([]);
	});

	it('starts when a batch job has ended, whatever came of it', () => {
		const { parameters } = readExample(FILE).nodes.find(({ name }) => name === TRIGGER)!;
		const events = parameters.events as string[];
		expect(events).toEqual(['batch-job.completed', 'batch-job.errored', 'batch-job.canceled']);
		const known = EVENT_OPTIONS.map(({ value }) => value);
		expect(known).toEqual(expect.arrayContaining(events));
	});
});

describe('csv-file.json', () => {
	const PAGE = 'Show it on the page';

	/** Hands a file in, as the page of n8n's form does. */
	async function handIn(content: Buffer | string, persona = sandbox) {
		await useBinaryMode('filesystem');
		const item = await fileItem(content, { field: 'CSV_file' });
		const pinData = { 'CSV file uploaded': [item] as never };
		return await run({ ...readExample('csv-file.json'), pinData }, persona);
	}

	it('imports the file as it is and says how many people were imported', async () => {
		const file = readFileSync(join(EXAMPLES, 'data/accounts.csv'));
		const outputOf = await handIn(file);
		expect(outputOf(PAGE)).toEqual([
			{
				title: 'Imported',
				message: 'Persona imported 271 people, skipped 0 that it already had, and rejected 0.',
			},
		]);
		const [importer, ...others] = sandbox.importers();
		expect(others).toEqual([]);
		const [sentHeader, ...sentRows] = sandbox.csvOf(importer!.id).toString().split('\r\n');
		expect(sentHeader).toBe(
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags',
		);
		expect(sentRows).toEqual(file.toString().split('\r\n').slice(1));
	});

	it('gives the ID of the import when Persona takes longer than the page can wait', async () => {
		const slow = await startSandbox({ processingMilliseconds: Infinity, now: clock.now });
		const outputOf = await handIn('reference_id\n1\n', slow);
		const [importer] = slow.importers();
		await slow.close();
		expect(outputOf(PAGE)).toEqual([
			{
				title: 'Persona is still working on it',
				message: `The file has arrived. The import has the ID ${importer!.id}.`,
			},
		]);
	});

	it('says what is wrong with a file that cannot be sent', async () => {
		const outputOf = await handIn(readFileSync(join(EXAMPLES, 'data/crm-contacts.csv')));
		const columns =
			"'Email', 'Phone', 'Company', 'Address', 'Country', 'Owner', 'LastActivity', 'Notes'";
		expect(outputOf(PAGE)).toEqual([
			{
				title: 'Nothing was imported',
				message: expect.stringMatching(
					new RegExp(`^The file has 8 columns that Persona does not take: ${columns}\\. \\S.*\\.$`),
				),
			},
		]);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('block-list.json', () => {
	const importInto = async (listId: string, rows: IDataObject[]) =>
		await runExample('block-list.json', 'One item per entry', rows, ({ nodes }) => {
			const persona = nodes.find(({ name }) => name === 'Put on the block list')!;
			expect(persona.parameters.listId).toEqual({ __rl: true, mode: 'list', value: '' });
			persona.parameters.listId = { __rl: true, mode: 'list', value: listId };
		});

	it('puts every entry on the list that was picked', async () => {
		const entries = readData('email-block-list.csv');
		const { id } = sandbox.addList({ type: 'list/email-address' });
		const outputOf = await importInto(id, entries);
		expect(outputOf('Done')).toMatchObject([
			{
				type: 'importer/list-item/email-address',
				attributes: {
					status: 'ready',
					'successful-count': 30,
					'duplicate-count': 0,
					'error-count': 0,
				},
				meta: { rows: 30, 'rejected-rows': 0 },
			},
		]);
		expect(outputOf('Fix these entries')).toEqual([]);
		expect(sandbox.listItems(id).map(({ values }) => values)).toEqual(entries);
	});

	it('lets entries that cannot match anybody take the error output', async () => {
		const { id } = sandbox.addList({ type: 'list/email-address' });
		const outputOf = await importInto(id, [
			{ value: 'spam.test', match_type: 'email_address' },
			{ value: 'spam.test', match_type: 'domain' },
		]);
		expect(outputOf('Fix these entries')).toMatchObject([
			{
				value: 'spam.test',
				match_type: 'email_address',
				error:
					"Item 0, column 'value': is not an email address; for domains, set 'Match Type' to Domain, or give the row the match_type domain",
			},
		]);
		expect(sandbox.listItems(id)).toHaveLength(1);
	});
});

const all = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));

it.each(all)('%s says what it is for and how to set it up', (name) => {
	const notes = readExample(name).nodes.filter(({ type }) => type.endsWith('.stickyNote'));
	expect(notes).toHaveLength(1);
	expect(notes[0]!.parameters.content).toMatch(/\*\*Set(-up\*\*| it up:\*\*)/);
});

it('examples/README.md tells of every example', () => {
	const page = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
	expect(all.length).toBeGreaterThan(5);
	expect([...page.matchAll(/^\| `(.+\.json)`/gm)].map(([, name]) => name).sort()).toEqual(
		all.sort(),
	);
});
