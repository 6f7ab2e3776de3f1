import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuse } from '../../shared/refuse';

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

/** An expression can give anything; what is neither on nor off must not end in sending, nor in showing. */
function isOn(context: IExecuteFunctions, value: unknown, displayName: string): boolean {
	if (typeof value === 'boolean') return value;
	if (value === undefined) return false;
	return refuse(
		context,
		`'${displayName}' is neither on nor off`,
		'An expression there has to give true or false, not text or nothing. Nothing was sent.',
	);
}

/**
 * Reads whether this is a dry run.
 *
 * @returns undefined for a real run
 * @throws NodeOperationError when an option is neither on nor off
 */
export function readDryRun(context: IExecuteFunctions): DryRun | undefined {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	if (!isOn(context, options.dryRun, dryRun.displayName)) return undefined;
	const { displayName, name } = dryRunShowSocialSecurityNumbers;
	const shown = options[name as keyof Options];
	return { showSocialSecurityNumbers: isOn(context, shown, displayName) };
}
