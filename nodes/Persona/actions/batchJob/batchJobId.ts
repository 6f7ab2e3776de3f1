import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isPaused } from '../../pipeline/batchJob';
import type { Fetched } from '../../transport/client';
import type { ErrorContext } from '../../transport/errors';
import type { PollResult } from '../../transport/poll';
import type { Hints } from '../common/hints';
import { plural } from '../common/hintTexts';
import { throwConfigError } from '../common/parameters';
import type { RequestSettings } from '../common/requestOptions';

export const batchJobId: INodeProperties = {
	displayName: 'Batch Job ID',
	name: 'batchJobId',
	type: 'string',
	default: '={{ $json.id }}',
	required: true,
	placeholder: 'e.g. mprtpr_ABC123DEF456',
	description: 'ID of the batch job in Persona, for each input item',
};

/** @throws NodeOperationError when there is no ID that can stand in an address */
export function readBatchJobId(context: IExecuteFunctions, itemIndex: number): string {
	const value = context.getNodeParameter('batchJobId', itemIndex, '');
	const id = typeof value === 'string' ? value.trim() : '';
	if (id === '' || /^\.+$/.test(id) || !id.isWellFormed()) {
		throwConfigError(
			context,
			`Item ${itemIndex}: 'Batch Job ID' holds no ID`,
			'Give an ID, or an expression such as {{ $json.id }} that leads to the ID in this item.',
			itemIndex,
		);
	}
	return id;
}

/** How one batch job is fetched. */
export function batchJobRequest(id: string, { headers, query }: RequestSettings): Fetched {
	return { path: `/batch-jobs/${encodeURIComponent(id)}`, headers, query };
}

/** What an answer to a request for one batch job means. */
export function batchJobErrorContext(itemIndex: number): ErrorContext {
	return {
		itemIndex,
		statusMessages: {
			403: {
				message: `Item ${itemIndex}: Persona does not allow batch jobs with this API key (HTTP 403)`,
				help: 'Not every Persona account has the Batch Jobs API. Ask your administrator or Persona for it. New accounts can be sent with Account: Import.',
				cause: 'configuration-invalid',
			},
			404: {
				message: `Item ${itemIndex}: Persona has no batch job with this ID (HTTP 404)`,
				help: "Check 'Batch Job ID'. A sandbox key cannot see the batch jobs of production, and a production key cannot see those of the sandbox. Not every Persona account has the Batch Jobs API.",
				cause: 'configuration-invalid',
			},
		},
	};
}

/**
 * Says which batch jobs had not ended when the time was up, and which of them are paused.
 *
 * @param timeout in milliseconds
 */
export function hintAtUnfinished(
	hints: Hints,
	results: Iterable<PollResult>,
	timeout: number,
): void {
	const running: string[] = [];
	const paused: string[] = [];
	for (const seen of results) {
		if (seen.state !== 'running') continue;
		const { data } = seen.body;
		(isPaused(data) ? paused : running).push(String(data.id));
	}
	const say = (ids: string[], were: string) => {
		if (ids.length > 0)
			hints.notice(`${plural(ids.length, 'batch job')} ${were}: ${ids.join(', ')}`);
	};
	say(running, `still running after ${timeout / 1000} s`);
	say(paused, 'paused in Persona, where somebody has to resume');
}
