import type { IDataObject } from 'n8n-workflow';

import { attributeOf, statusOf } from './importer';

/** Ends of a batch job that are not `completed`. */
const ENDED_EARLY = new Set<unknown>(['canceled', 'errored', 'killed']);

/** Whether a batch job has ended without being completed. */
export function endedEarly(job: IDataObject): boolean {
	return ENDED_EARLY.has(statusOf(job));
}

/** Whether somebody has to resume the batch job before it goes on. */
export function isPaused(job: IDataObject): boolean {
	return statusOf(job) === 'paused';
}

/**
 * Whether a batch job has ended. `paused`, and every status that is not known here, mean that it has not.
 *
 * Source: `batch-job.yaml` in Persona's OpenAPI, which calls its list of statuses incomplete.
 */
export function hasEnded(job: IDataObject): boolean {
	return statusOf(job) === 'completed' || endedEarly(job);
}

/** A counter of a batch job, such as `errorCount`; 0 where Persona does not give it. */
export function runCount(job: IDataObject, name: string): number {
	const attributes = attributeOf(job, 'runData') as IDataObject | undefined;
	return Number(attributeOf({ attributes }, name) ?? 0);
}
