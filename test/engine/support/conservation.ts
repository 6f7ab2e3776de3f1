import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';

export const RUNS = { numRuns: process.env.CI === undefined ? 100 : 1000 };

/** A test of a property, which may take minutes. */
export function itHolds<Values>(name: string, property: fc.IAsyncProperty<Values>): void {
	it(name, async () => await fc.assert(property, RUNS), 180_000);
}

/** The fault script: undefined lets a request through. */
export const script = (fault: fc.Arbitrary<Fault>) =>
	fc.array(fc.option(fault, { nil: undefined, freq: 2 }), { maxLength: 6 });

/** The input items that an item is linked to. */
export function linksOf({ pairedItem }: INodeExecutionData): number[] {
	return [pairedItem].flat().map((link) => (link as { item: number }).item);
}

/** Uploads of accounts. */
export const on = { method: 'POST', path: '/importer/accounts' };

/** Faults after which it is certain whether the rows arrived. */
export const certainFault = fc.constantFrom<Fault>(
	{ kind: 'rateLimited', resetSeconds: 3, on },
	{ kind: 'dropConnection', when: 'beforeWrite', on },
	{ kind: 'dropConnection', when: 'afterWrite', on },
	{ kind: 'status', status: 502, saved: false, on },
	{ kind: 'status', status: 503, saved: false, when: 'afterWrite', on },
	{ kind: 'status', status: 422, on },
	{ kind: 'status', status: 403, on },
	{ kind: 'status', status: 413, on },
	{ kind: 'redirect', location: 'https://example.com/', on },
);

/** Faults after which nobody can say. */
export const uncertainFault = fc.constantFrom<Fault>(
	{ kind: 'status', status: 500, when: 'afterWrite', on },
	{ kind: 'status', status: 500, when: 'beforeWrite', on },
	{ kind: 'html', status: 200, on },
	{ kind: 'dropConnection', when: 'afterWrite', times: 5, on },
);
