import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readSwitch, throwConfigError, toNumber } from './parameters';

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	displayOptions: { show: { returnAll: [false] } },
	default: 50,
	description: 'Max number of results to return',
};

/** What a user can do about a list that is too long, or does not come to an end. */
export const ASK_FOR_LESS =
	"Set 'Return All' to off, and 'Limit' to the number of entries that you need.";

/**
 * How many results an input item asks for; Infinity for all.
 *
 * @throws NodeOperationError when the limit is not a whole number from 1
 */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	const all = context.getNodeParameter(returnAll.name, itemIndex, returnAll.default);
	if (readSwitch(context, all, returnAll, itemIndex)) return Infinity;
	const value = toNumber(context.getNodeParameter(limit.name, itemIndex, limit.default));
	if (!Number.isInteger(value) || value < 1) {
		throwConfigError(
			context,
			`Item ${itemIndex}: 'Limit' is not a whole number from 1`,
			"Give it a number such as 50, or turn on 'Return All'.",
			itemIndex,
		);
	}
	return value;
}
