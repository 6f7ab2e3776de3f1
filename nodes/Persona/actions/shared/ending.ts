import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Patience } from '../../transport/poll';
import { readPatience } from './waitOptions';

export const waitForCompletion: INodeProperties = {
	displayName: 'Wait for Completion',
	name: 'waitForCompletion',
	type: 'boolean',
	default: false,
	description:
		'Whether to wait until Persona has finished the import, so that its status and counters are final. How long, is in the options.',
};

/**
 * How long to wait for the imports of a run; undefined for not at all.
 *
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readWaiting(context: IExecuteFunctions): Patience | undefined {
	const patience = readPatience(context);
	return context.getNodeParameter('waitForCompletion', 0, false) === true ? patience : undefined;
}
