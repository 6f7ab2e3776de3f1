import { ExecuteContext } from 'n8n-core';
import type { NodeOperationError } from 'n8n-workflow';

import { importWorkflow, outputOf, personaRun, reasonIn, runWorkflow } from '../support/engine';
import { PersonaStandIn } from '../support/personaStandIn';

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

describe('what goes wrong after Persona accepted the rows', () => {
	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'%s: does not read as if they were not imported',
		async (onError) => {
			const hints = jest.spyOn(ExecuteContext.prototype, 'addExecutionHints');
			hints.mockImplementationOnce(() => {
				throw new Error('no room');
			});
			const rows = [{ reference_id: 'a' }];
			const run = await runWorkflow(
				importWorkflow(rows, { settings: { onError } }),
				persona.access,
			);
			hints.mockRestore();
			const error = run.data.resultData.error ?? reasonIn(outputOf(run)[0]!);
			const { message, description } = error as NodeOperationError;
			expect(message.replace('Item 0: ', '')).toBe(
				'Persona accepted the rows, but this node could not finish its output',
			);
			expect(description).toContain(
				`Do not send the rows again: they are in importer ${persona.sandbox.importers()[0]!.id}`,
			);
			expect(description).not.toContain('no room');
		},
	);
});

describe('what stops the whole run', () => {
	it('Continue: gives every row its item instead of passing the rows on', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const parameters = { options: { unmatchedFields: 'reject' } };
		const rows = [
			{ reference_id: 'a', Email: 'a@example.com' },
			{ reference_id: 'b', Email: 'b@example.com' },
		];
		const run = await runWorkflow(importWorkflow(rows, { settings, parameters }), persona.access);
		const message = '1 input field fits no column, so nothing was sent';
		expect(outputOf(run)).toEqual(
			[0, 1].map((item) => ({
				json: {
					error: `Item ${item}: ${message}`,
					details: {
						row: item,
						problems: [{ column: '', field: null, code: 'run', message }],
						help: expect.stringContaining('No column for: Email.'),
					},
				},
				pairedItem: { item },
			})),
		);
		expect(personaRun(run).hints).toEqual([{ message, type: 'warning', location: 'outputPane' }]);
	});
});
