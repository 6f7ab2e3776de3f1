import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readSwitch } from '../../common/readOption';

export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description:
		'Whether to do everything but sending. The output says what would be sent and what is wrong with the other rows, with the CSV as a file.',
};

export const dryRunShowSocialSecurityNumbers: INodeProperties = {
	displayName: 'Show SSNs in Preview',
	name: 'dryRunShowSocialSecurityNumbers',
	displayOptions: { show: { dryRun: [true] } },
	type: 'boolean',
	default: false,
	description:
		'Whether the CSV of a dry run holds social security numbers as they would be sent. Otherwise they are masked.',
};

/** How a dry run is done. */
export interface DryRun {
	showSocialSecurityNumbers: boolean;
}

type Options = Partial<Record<'dryRun' | 'dryRunShowSocialSecurityNumbers', unknown>>;

/**
 * Reads whether this is a dry run.
 *
 * @returns undefined for a real run
 * @throws NodeOperationError when an option is neither on nor off
 */
export function readDryRun(context: IExecuteFunctions): DryRun | undefined {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	if (!readSwitch(context, options.dryRun, dryRun)) return undefined;
	const field = dryRunShowSocialSecurityNumbers;
	const shown = options[field.name as keyof Options];
	return { showSocialSecurityNumbers: readSwitch(context, shown, field) };
}
