import type { Fault } from '../../../sandbox';
import {
	endedExecutionsOf,
	publish,
	retryExecution,
	trigger,
	type Automation,
} from '../support/automation';
import { effectOf, type Effect } from '../support/effect';
import type { LiveInstance } from '../support/liveInstance';
import { until } from '../support/until';
import type { Outcome } from './outcome';

const ONCE: Effect = { uploads: 2, imports: 1, held: 1 };
const TWICE: Effect = { uploads: 2, imports: 2, held: 2 };

const MODES = [
	{ idempotency: 'Once per Content', options: {}, expected: ONCE },
	{ idempotency: 'None', options: { idempotency: 'none' }, expected: TWICE },
] as const;

/** Persona takes the rows, and something in front of it answers in its place. */
const ANSWER_REPLACED: Fault = {
	kind: 'status',
	status: 403,
	body: '<h1>Forbidden</h1>',
	saved: false,
	when: 'afterWrite',
	on: { method: 'POST' },
};

const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 2, waitBetweenTries: 500 };

/** Rows that come twice in a running n8n. */
export function describeRepeated(instance: () => LiveInstance, outcomes: Outcome[]): void {
	describe.each(MODES)('repeated, $idempotency', ({ idempotency, options, expected }) => {
		const name = idempotency.replaceAll(' ', '');

		async function note(automation: Automation, seen: Pick<Outcome, 'what' | 'status' | 'next'>) {
			const effect = await effectOf(instance().sandbox, automation);
			outcomes.push({ ...seen, idempotency, ...effect });
			expect(effect).toEqual(expected);
		}

		/** Runs an automation of which the answer to the first upload does not come from Persona. */
		async function runReplaced(automation: Automation) {
			instance().sandbox.faults.add(ANSWER_REPLACED);
			await publish(instance(), automation);
			await trigger(instance(), automation);
			const [execution] = await endedExecutionsOf(instance(), automation);
			return execution!;
		}

		it('two executions at once with the same rows', async () => {
			const { gate } = instance();
			const automation = { id: `together${name}`, parameters: { options } };
			await publish(instance(), automation);
			gate.holds = 'answers';
			await trigger(instance(), automation);
			await trigger(instance(), automation);
			await until('both uploads at once', () => gate.open() === 2);
			gate.release();
			const ended = await endedExecutionsOf(instance(), automation);
			expect(ended.map(({ status }) => status)).toEqual(['success', 'success']);
			const what = 'Two executions at once with the same rows';
			await note(automation, { what, status: 'success', next: '–' });
		});

		it('Retry On Fail after an answer that did not come from Persona', async () => {
			const automation = {
				id: `retryOnFail${name}`,
				parameters: { options },
				settings: RETRY_ON_FAIL,
			};
			const { status } = await runReplaced(automation);
			expect(status).toBe('success');
			const what = 'Persona takes the rows, a firewall answers 403 in its place';
			await note(automation, { what, status, next: '_Retry On Fail_' });
		});

		it('Retry execution after an answer that did not come from Persona', async () => {
			const automation = { id: `retried${name}`, parameters: { options } };
			const execution = await runReplaced(automation);
			const { status } = execution;
			expect(status).toBe('error');
			expect((await retryExecution(instance(), execution)).status).toBe('success');
			await note(automation, { what: 'The same', status, next: '_Retry execution_' });
		});
	});
}
