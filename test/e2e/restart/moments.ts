import { publish, trigger, type Automation } from '../support/automation';
import type { Effect } from '../support/effect';
import type { LiveInstance } from '../support/liveInstance';
import { until } from '../support/until';
import type { Outcome } from './outcome';

/** An automation that is interrupted at its own moment, and what has come of it when its rows have come a second time. */
export interface Interrupted extends Automation {
	what: string;
	idempotency: Outcome['idempotency'];
	expected: Effect;
}

export interface Moments {
	/** Persona has read these to their end, and not answered. */
	arrived: Interrupted[];
	/** Persona has read the beginning of this one. */
	onTheWay: Interrupted;
	/** This one is answered, so that it comes to wait. */
	waiting: Interrupted;
	all: Interrupted[];
}

const ONCE: Effect = { uploads: 2, imports: 1, held: 1 };
const TWICE: Effect = { uploads: 2, imports: 2, held: 2 };

/**
 * @param prefix of the IDs
 * @param event what happens to n8n, as the beginning of a sentence
 */
export function momentsOf(prefix: string, event: string): Moments {
	const arrived: Interrupted[] = [
		{
			id: `${prefix}Arrived`,
			what: `${event} during the upload: the rows have arrived, the answer has not`,
			idempotency: 'Once per Content',
			expected: ONCE,
		},
		{
			id: `${prefix}File`,
			what: 'The same with a CSV file',
			idempotency: 'Once per Content',
			parameters: { source: 'file' },
			expected: ONCE,
		},
		{
			id: `${prefix}Execution`,
			what: 'The same',
			idempotency: 'Once per Execution',
			parameters: { options: { idempotency: 'execution' } },
			expected: TWICE,
		},
		{
			id: `${prefix}None`,
			what: 'The same',
			idempotency: 'None',
			parameters: { options: { idempotency: 'none' } },
			expected: TWICE,
		},
	];
	const onTheWay: Interrupted = {
		id: `${prefix}OnTheWay`,
		what: `${event} during the upload: the rows are still on their way`,
		idempotency: 'Once per Content',
		expected: { uploads: 1, imports: 1, held: 1 },
	};
	const waiting: Interrupted = {
		id: `${prefix}Waiting`,
		what: `${event} while the node waits for completion`,
		idempotency: 'Once per Content',
		parameters: { waitForCompletion: true, options: { pollInterval: 1 } },
		expected: ONCE,
	};
	return { arrived, onTheWay, waiting, all: [...arrived, onTheWay, waiting] };
}

/** Starts everything, and returns when each has come to its moment. */
export async function bringAbout(instance: LiveInstance, moments: Moments): Promise<void> {
	const { sandbox, gate } = instance;
	const { arrived, onTheWay, waiting, all } = moments;
	sandbox.reset();
	for (const one of all) await publish(instance, one);
	await trigger(instance, waiting);
	await until('a look at the import', () =>
		sandbox.requests.some(({ method }) => method === 'GET'),
	);
	gate.holds = 'answers';
	for (const one of arrived) await trigger(instance, one);
	await until('all uploads', () => sandbox.importers().length === arrived.length + 1);
	gate.holds = 'requests';
	await trigger(instance, onTheWay);
	await untilHeld(instance);
}

/** Waits for an upload of which only the beginning arrives. */
export async function untilHeld({ sandbox }: LiveInstance): Promise<void> {
	await until('the upload that is held', () =>
		sandbox.requests.some(({ method, status }) => method === 'POST' && status === null),
	);
}
