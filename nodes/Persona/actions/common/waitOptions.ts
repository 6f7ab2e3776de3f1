import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { PollOptions } from '../../transport/poll';
import { readNumber } from './readOption';
import { throwConfigError } from './refuse';

const DEFAULT_POLL_INTERVAL = 5;
/** Below the 300 s after which n8n Cloud has been seen to end an execution. */
const DEFAULT_WAIT_TIMEOUT = 240;

export const pollInterval: INodeProperties = {
	displayName: 'Poll Interval',
	name: 'pollInterval',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_POLL_INTERVAL,
	hint: 'In seconds',
	description:
		'Seconds between two looks at Persona while waiting. All your traffic shares one rate limit, so do not look too often.',
};

export const waitTimeout: INodeProperties = {
	displayName: 'Wait Timeout',
	name: 'waitTimeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_WAIT_TIMEOUT,
	hint: 'In seconds',
	description:
		'Seconds to wait at most. What has not finished by then goes on in Persona, and leaves this node as it was last seen.',
};

function readSeconds(context: IExecuteFunctions, field: INodeProperties): number {
	const { name, displayName, default: byDefault } = field;
	const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const seconds = readNumber(options[name] ?? byDefault);
	if (!Number.isFinite(seconds) || seconds < 1) {
		throwConfigError(
			context,
			`'${displayName}' is not a number of seconds from 1`,
			`Give it a number such as ${String(byDefault)}.`,
		);
	}
	return seconds;
}

/**
 * Reads how long to wait and how often to look.
 *
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readPollOptions(context: IExecuteFunctions): PollOptions {
	return {
		interval: readSeconds(context, pollInterval) * 1000,
		timeout: readSeconds(context, waitTimeout) * 1000,
	};
}
