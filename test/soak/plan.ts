import type { Fault } from '../../sandbox';

/** How far the heap at the end may be from that after the warm-up. */
export const TOLERANCE = 0.05;

/** The workflows that are run. */
export type Kind = 'rows' | 'bulk' | 'file' | 'upsert' | 'redact';

/** What happens to a run on its way, and whether all of its good rows have to be in Persona afterwards. */
export interface Trouble {
	name: string;
	faults: Fault[];
	/** `sent`: all rows arrive; `refused`: none does; `open`: the output says of which rows it does not know. */
	end: 'sent' | 'refused' | 'open';
}

export interface Planned {
	kind: Kind;
	size: number;
	trouble: Trouble;
}

/** One round of the mix, of which each row comes once: kind, rows of each run. */
const MIX: readonly (readonly [Kind, readonly number[]])[] = [
	['rows', [1, 1, 1, 10, 10, 10, 10, 1_000, 1_000, 1_000]],
	['bulk', [1, 10, 1_000, 10_000, 10_000]],
	['file', [1, 1_000, 10_000]],
	['upsert', [1, 10, 1_000]],
	['redact', [1, 10]],
];

const upload = { method: 'POST', path: /^\/(importer\/accounts|batch-jobs)$/ };
const look = { method: 'GET' };

const NONE: Trouble = { name: 'none', faults: [], end: 'sent' };

/** Each of them comes in turn. */
const TROUBLES: readonly Trouble[] = [
	{
		name: '429 on upload',
		faults: [{ kind: 'rateLimited', resetSeconds: 2, on: upload }],
		end: 'sent',
	},
	{
		name: '429 on a look-up',
		faults: [{ kind: 'rateLimited', resetSeconds: 2, on: look }],
		end: 'sent',
	},
	{
		name: '502 from a gateway',
		faults: [{ kind: 'status', status: 502, saved: false, on: upload }],
		end: 'sent',
	},
	{
		name: '503 after writing',
		faults: [{ kind: 'status', status: 503, saved: false, when: 'afterWrite', on: upload }],
		end: 'sent',
	},
	{
		name: '500 on a look-up',
		faults: [{ kind: 'status', status: 500, on: look }],
		end: 'sent',
	},
	{
		name: '500 once',
		faults: [{ kind: 'status', status: 500, on: upload }],
		end: 'open',
	},
	{
		name: 'reset before writing',
		faults: [{ kind: 'dropConnection', when: 'beforeWrite', on: upload }],
		end: 'sent',
	},
	{
		name: 'reset after writing',
		faults: [{ kind: 'dropConnection', when: 'afterWrite', on: upload }],
		end: 'sent',
	},
	{ name: 'slow answer', faults: [{ kind: 'slow', milliseconds: 4_000, on: upload }], end: 'sent' },
	{
		name: 'trickled answer',
		faults: [{ kind: 'slow', milliseconds: 4_000, when: 'body', on: upload }],
		end: 'sent',
	},
	{ name: '422', faults: [{ kind: 'status', status: 422, times: 10, on: upload }], end: 'refused' },
	{
		name: 'several in a row',
		faults: [
			{ kind: 'rateLimited', resetSeconds: 1, on: upload },
			{ kind: 'dropConnection', when: 'afterWrite', on: upload },
			{ kind: 'status', status: 502, saved: false, on: upload },
		],
		end: 'sent',
	},
];

/** One run in so many is disturbed. */
const DISTURBED = 3;

export const LARGEST_SIZE = Math.max(...MIX.flatMap(([, sizes]) => sizes));

/** Steps through the places of a round so that kinds and sizes alternate. */
const STRIDE = 7;

const ROUND = MIX.flatMap(([kind, sizes]) => sizes.map((size) => ({ kind, size })));

/** What run number `index` does; the same for everybody, so that a run can be looked at again. */
export function plannedRun(index: number): Planned {
	const { kind, size } = ROUND[(index * STRIDE) % ROUND.length]!;
	const isDisturbed = kind !== 'redact' && index % DISTURBED === 1;
	const trouble = TROUBLES[Math.floor(index / DISTURBED) % TROUBLES.length]!;
	return { kind, size, trouble: isDisturbed ? trouble : NONE };
}
