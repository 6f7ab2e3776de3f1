import { setTimeout as sleep } from 'node:timers/promises';
import {
	executionsOf,
	publish,
	stopExecution,
	trigger,
	type Automation,
} from '../support/automation';
import { effectOf, type Effect } from '../support/effect';
import type { LiveInstance } from '../support/liveInstance';
import { until } from '../support/until';
import { untilHeld } from './moments';
import type { Outcome } from './outcome';

/** The longest pause of any case between one request and the next, which is the one before the second attempt. */
const LONGEST_PAUSE = 6_500;

/** How soon a node has to stop. */
const SOON = 1_000;

interface Case extends Automation {
	what: string;
	expected: Effect;
}

const WAITING: Case = {
	id: 'stoppedWaiting',
	what: 'Stopped while the node waits for completion',
	parameters: { waitForCompletion: true, options: { pollInterval: 1 } },
	expected: { uploads: 1, imports: 1, held: 1 },
};

const PAUSING: Case = {
	id: 'stoppedPausing',
	what: 'Stopped while the node waits to try an upload again',
	expected: { uploads: 1, imports: 0, held: 0 },
};

const ARRIVED: Case = {
	id: 'stoppedArrived',
	what: 'Stopped during the upload: the rows have arrived, the answer has not',
	expected: { uploads: 1, imports: 1, held: 1 },
};

const ON_THE_WAY: Case = {
	id: 'stoppedOnTheWay',
	what: 'Stopped during the upload: the rows are still on their way',
	expected: { uploads: 0, imports: 0, held: 0 },
};

const CASES = [PAUSING, ARRIVED, ON_THE_WAY, WAITING];

/** Brings every case to the moment in which it is stopped. */
async function bringAbout(instance: LiveInstance): Promise<void> {
	const { sandbox, gate } = instance;
	const looks = () => sandbox.requests.filter(({ method }) => method === 'GET').length;
	sandbox.reset();
	for (const one of CASES) await publish(instance, one);
	await trigger(instance, WAITING);
	await until('several looks at the import', () => looks() > 2);
	gate.holds = 'answers';
	await trigger(instance, ARRIVED);
	await until('the upload', () => sandbox.importers().length === 2);
	gate.holds = 'requests';
	await trigger(instance, ON_THE_WAY);
	await untilHeld(instance);
	gate.holds = 'nothing';
	// The last one, because it does not stay in its moment for long.
	sandbox.faults.add({ kind: 'status', status: 503, saved: false, on: { method: 'POST' } });
	await trigger(instance, PAUSING);
	await until('the first attempt', () => sandbox.requests.some(({ status }) => status === 503));
}

/** The stop button, in the middle of everything. */
export function describeCancelled(instance: () => LiveInstance, outcomes: Outcome[]): void {
	describe('stopped', () => {
		let openBefore: number;
		let openSoon: number;
		let sentAfterwards: number;

		beforeAll(async () => {
			const { sandbox, gate } = instance();
			await bringAbout(instance());
			openBefore = gate.open();
			for (const one of CASES) {
				const [execution] = await executionsOf(instance(), one);
				await stopExecution(instance(), execution!);
			}
			await sleep(SOON);
			openSoon = gate.open();
			const { length } = sandbox.requests;
			gate.release();
			await sleep(LONGEST_PAUSE);
			sentAfterwards = sandbox.requests.length - length;
		}, 300_000);

		it('breaks off uploads within a second', () => {
			expect(openBefore).toBeGreaterThanOrEqual(2);
			expect(openSoon).toBe(0);
		});

		it('sends nothing afterwards', () => {
			expect(sentAfterwards).toBe(0);
		});

		it.each(CASES)('$what', async (one) => {
			const executions = await executionsOf(instance(), one);
			const status = executions.map((execution) => execution.status).join();
			const effect = await effectOf(instance().sandbox, one);
			const { what } = one;
			outcomes.push({ what, idempotency: 'Once per Content', status, next: '–', ...effect });
			expect({ status, ...effect }).toEqual({ status: 'canceled', ...one.expected });
		});
	});
}
