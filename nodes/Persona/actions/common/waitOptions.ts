import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { PollOptions } from '../../transport/poll';
import { ParameterReader, throwConfigError, toNumber } from './parameters';

export const pollInterval: INodeProperties = {
	displayName: 'Poll Interval',
	name: 'pollInterval',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 5,
	hint: 'In seconds',
	description:
		'Seconds between status checks while waiting. All your traffic shares one rate limit, so do not check too often.',
};

export const waitTimeout: INodeProperties = {
	displayName: 'Wait Timeout',
	name: 'waitTimeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	// Below the 300 s after which n8n Cloud has been seen to end an execution.
	default: 240,
	hint: 'In seconds',
	description:
		'Seconds to wait at most. Imports that have not finished by then go on in Persona, and this node returns them as last seen.',
};

/** @throws NodeOperationError when the option is not a number of seconds from 1 */
function readMilliseconds(reader: ParameterReader, field: INodeProperties): number {
	const seconds = toNumber(reader.option(field) ?? field.default);
	if (Number.isFinite(seconds) && seconds >= 1) return seconds * 1000;
	return throwConfigError(
		reader.context,
		`'${field.displayName}' is not a number of seconds from 1`,
		`Give it a number such as ${String(field.default)}.`,
	);
}

/**
 * Reads how long to wait and how often to look.
 *
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readPollOptions(context: IExecuteFunctions): PollOptions {
	const reader = new ParameterReader(context);
	return {
		interval: readMilliseconds(reader, pollInterval),
		timeout: readMilliseconds(reader, waitTimeout),
	};
}
