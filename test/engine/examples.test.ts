import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { runWorkflow, type WorkflowFile } from './support/engine';
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

/** Runs an example with rows in place of the file that it reads, and returns what a node put out. */
async function runExample(name: string, reader: string, rows: IDataObject[]) {
	const pinData = { [reader]: rows.map((json) => ({ json })) };
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const { data } = await runWorkflow({ ...readExample(name), pinData }, access);
	expect(data.resultData.error).toBeUndefined();
	return (node: string) =>
		(data.resultData.runData[node]?.[0]?.data?.main?.[0] ?? []).map(({ json }) => json);
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
});

describe('report-rejected-rows.json', () => {
	it('imports what is usable, and makes one message of what is not', async () => {
		const rows = readData('crm-contacts-with-problems.csv');
		const outputOf = await runExample('report-rejected-rows.json', 'One item per row', rows);
		expect(outputOf('Send the result')).toEqual([
			{ message: 'Persona has imported 9 people. It knew 0 already and did not take 0.' },
		]);
		const [{ message } = {}, ...others] = outputOf('Send the message');
		expect(others).toEqual([]);
		const lines = String(message).split('\n');
		expect(lines[0]).toBe('30 rows were not imported:');
		expect(lines[1]).toBe("Item 1, column 'birthdate': is not a day that exists in the calendar");
		expect(lines).toHaveLength(31);
		const isNotUsable = ({ Remark = '' }) => !/^(Fine|The same customer ID|$)/.test(Remark);
		const reported = rows.map((_, item) => lines.some((line) => line.startsWith(`Item ${item},`)));
		expect(reported).toEqual(rows.map(isNotUsable));
	});
});

it.each(['write-account-ids-back.json', 'report-rejected-rows.json'])(
	'%s says what it is for and how to set it up',
	(name) => {
		const notes = readExample(name).nodes.filter(({ type }) => type.endsWith('.stickyNote'));
		expect(notes).toHaveLength(1);
		expect(notes[0]!.parameters.content).toContain('**Set-up**');
	},
);
