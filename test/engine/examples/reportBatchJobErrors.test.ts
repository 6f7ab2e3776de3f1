import type { IDataObject } from 'n8n-workflow';

import { EVENT_OPTIONS } from '../../../nodes/Persona/trigger/eventNames';
import { importWorkflow, runWorkflow } from '../support/engine';
import { Examples, readExample } from '../support/examples';

const examples = new Examples().use({ processingMilliseconds: 5 });

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
		await runWorkflow(importWorkflow(rows, { parameters, settings }), examples.access);
		const { id } = examples.sandbox.batchJobs().at(-1)!;
		const outputOf = await examples.runWith(FILE, TRIGGER, [
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
