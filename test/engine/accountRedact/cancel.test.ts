import { personaRun, startWorkflow } from '../support/engine';
import { FOR_REAL, Redactions, rowsOf } from '../support/redactions';

const redactions = new Redactions();

it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'redacts no further account once cancelled, %s',
	async (onError) => {
		const accounts = redactions.add(5);
		redactions.fault(accounts[2]!, { kind: 'slow', milliseconds: 1000 });
		const workflow = redactions.workflow(rowsOf(accounts), FOR_REAL, { onError });
		const running = startWorkflow(workflow, redactions.access);
		while (redactions.deleted().length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		running.cancel();
		const { error } = personaRun(await running);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(redactions.deleted()).toEqual(accounts.slice(0, 3).map(({ id }) => `/accounts/${id}`));
		expect(error?.message).toBe('The execution was cancelled');
		expect(error?.description).toContain('Accounts that were redacted by then stay redacted.');
	},
);
