import { badRequest, notFound } from '../http/answer';
import { PAGE_PARAMETERS } from '../http/page';
import { batchJobResource, rowErrorResource } from '../resources/batchJob';
import type { Call, Route } from '../route';
import type { StoredBatchJob } from '../store/types';
import { processBatchJob } from './process';
import { readBatchJob } from './readBatchJob';

const ITEM_QUERY = ['include', 'fields'];

function found({ state, id }: Call): StoredBatchJob {
	const job = state.batchJobs.get(id);
	if (job === undefined) throw notFound();
	return job;
}

const create: Route = {
	method: 'POST',
	path: '/batch-jobs',
	query: ITEM_QUERY,
	handle({ state, body }) {
		const job = state.batchJobs.add(readBatchJob(body, state));
		const data = batchJobResource(job);
		state.queue.schedule(job, () => processBatchJob(job, state));
		return { status: 202, data };
	},
};

const retrieve: Route = {
	method: 'GET',
	path: '/batch-jobs/:id',
	query: ITEM_QUERY,
	handle: (call) => ({ status: 200, data: batchJobResource(found(call)) }),
};

/** A whole number in the query, or its default. */
function numberIn({ query }: Call, name: string, byDefault: number): number {
	const value = query[`page[${name}]`];
	if (value === undefined) return byDefault;
	if (!/^\d{1,9}$/.test(value)) throw badRequest(`page.${name} must be an integer`);
	return Number(value);
}

/** The page that the query asks for: cursors are row numbers, the default size is 50. */
function pageOf(call: Call, rowErrors: StoredBatchJob['rowErrors']) {
	const size = numberIn(call, 'size', 50);
	if (size < 1 || size > 100) throw badRequest('page.size must be between 1 and 100');
	const { 'page[after]': after, 'page[before]': before } = call.query;
	if (after !== undefined && before !== undefined) {
		throw badRequest('page.after and page.before exclude each other');
	}
	const first = numberIn(call, 'after', 0);
	const last = numberIn(call, 'before', Infinity);
	const within = rowErrors.filter(({ rowNumber }) => rowNumber > first && rowNumber < last);
	return before === undefined ? within.slice(0, size) : within.slice(-size);
}

const errors: Route = {
	method: 'GET',
	path: '/batch-jobs/:id/errors',
	query: PAGE_PARAMETERS,
	handle(call) {
		const job = found(call);
		const page = pageOf(call, job.rowErrors);
		const link = (cursor: string, at: StoredBatchJob['rowErrors'][number] | undefined) =>
			at === undefined ? null : `/api/v1${call.path}?page%5B${cursor}%5D=${String(at.rowNumber)}`;
		const isFirst = page[0] === job.rowErrors[0];
		const isLast = page.at(-1) === job.rowErrors.at(-1);
		return {
			status: 200,
			data: page.map((error) => rowErrorResource(job, error)),
			links: {
				prev: isFirst ? null : link('before', page[0]),
				next: isLast ? null : link('after', page.at(-1)),
			},
			meta: {
				'error-count': job.rowErrors.length,
				'global-errors': job.globalErrors.map(({ errorType, message, retryable }) => ({
					'error-type': errorType,
					message,
					retryable,
				})),
			},
		};
	},
};

/** Batch jobs as persona-openapi has them. */
export const BATCH_JOB_ROUTES: readonly Route[] = [create, retrieve, errors];
