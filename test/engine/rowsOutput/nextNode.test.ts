import { importWorkflow, runWorkflow } from '../support/engine';
import { RowsOutput } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: Infinity });

describe('the node behind One Item per Row', () => {
	it('finds the contact of each row, and writes its account ID back', async () => {
		const contacts = [
			{ ContactId: 'c-1', FirstName: 'Ann', DateOfBirth: '1990-02-31' },
			{ ContactId: 'c-2', FirstName: 'Ben' },
			{ ContactId: '', FirstName: '' },
			{ ContactId: 'c-3', FirstName: 'Cleo' },
		];
		imports.finish(0, ['c-3', 'c-2']);
		const file = importWorkflow(contacts, {
			parameters: { output: 'rows' },
			settings: { onError: 'continueErrorOutput' },
		});
		const fields = [
			{ id: '1', name: 'contact', value: "={{ $('CRM').item.json.FirstName }}", type: 'string' },
			{ id: '2', name: 'account', value: '={{ $json.accountId }}', type: 'string' },
		];
		file.nodes.push({
			id: '3',
			name: 'Write back',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [400, 0],
			parameters: { assignments: { assignments: fields }, options: {} },
		});
		file.connections.Persona = { main: [[{ node: 'Write back', type: 'main', index: 0 }]] };
		const run = await runWorkflow(file, imports.access);
		const written = run.data.resultData.runData['Write back']![0]!.data!.main![0]!;
		expect(written.map(({ json }) => json)).toEqual([
			{ contact: 'Ben', account: imports.accountOf('c-2') },
			{ contact: 'Cleo', account: imports.accountOf('c-3') },
		]);
	});
});
