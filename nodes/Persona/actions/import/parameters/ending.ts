import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { PollOptions } from '../../../transport/poll';
import { readSwitch, requireOneOf } from '../../common/readOption';
import { readPollOptions } from '../../common/waitOptions';

export const waitForCompletion: INodeProperties = {
	displayName: 'Wait for Completion',
	name: 'waitForCompletion',
	type: 'boolean',
	default: false,
	description:
		'Whether to wait until Persona has finished the import, so that its status and counters are final. One Item per Row always waits. How long, is in the options.',
};

export const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	displayOptions: { hide: { source: ['file'] } },
	options: [
		{
			name: 'One Item per Import',
			value: 'importers',
			description: 'What Persona says of each upload, with counts',
		},
		{
			name: 'One Item per Row',
			value: 'rows',
			description:
				'What was seen of each row: created, alreadyExisted, notFound or unverifiable, and the account ID. Waits for completion.',
		},
	],
	default: 'importers',
	description:
		'What this node returns. Persona does not report on single rows: their outcomes are observed by looking up the reference IDs before and after the import.',
};

/** How a run ends. */
export interface OutputSettings {
	output: 'importers' | 'rows';
	/** How long to wait for the imports; undefined for not at all. */
	patience?: PollOptions;
}

/**
 * Reads what a run returns and how long it waits for that. One item per row always waits.
 *
 * @throws NodeOperationError naming the field that cannot be used
 */
export function readOutputSettings(context: IExecuteFunctions): OutputSettings {
	const kind = context.getNodeParameter('output', 0, 'importers') as OutputSettings['output'];
	requireOneOf(context, output, kind);
	const patience = readPollOptions(context);
	const isOn = context.getNodeParameter('waitForCompletion', 0, false);
	const waits = readSwitch(context, isOn, waitForCompletion) || kind === 'rows';
	return { output: kind, ...(waits ? { patience } : {}) };
}
