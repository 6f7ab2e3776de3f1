import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { canBeLookedUp } from '../../transport/accounts';
import type { ErrorContext } from '../../transport/errors';
import { readText, throwConfigError } from '../common/parameters';

export const accountId: INodeProperties = {
	displayName: 'Account ID',
	name: 'accountId',
	type: 'string',
	default: '={{ $json.accountId }}',
	required: true,
	placeholder: 'e.g. act_N6PqYkfSqeqiQYWoeHA3GGDo',
	description: 'ID of the account in Persona, for each input item',
};

export const referenceId: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	default: '={{ $json.reference_id }}',
	required: true,
	placeholder: 'e.g. customer-4711',
	description: 'Reference ID of the account, for each input item',
};

export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/**
 * Reads the account's ID for an input item. Persona calls the form of its IDs open to change.
 *
 * @throws NodeOperationError when there is none that can stand in an address
 */
export function readAccountId(context: IExecuteFunctions, itemIndex: number): string {
	const value = context.getNodeParameter(accountId.name, itemIndex, '');
	const id = readText(context, value ?? '', accountId).trim();
	if (id !== '' && !/^\.+$/.test(id) && id.isWellFormed()) return id;
	return throwConfigError(
		context,
		`Item ${itemIndex}: 'Account ID' holds no ID`,
		'Give it an expression such as {{ $json.accountId }} that leads to the ID in this item.',
		itemIndex,
	);
}

/**
 * Reads the reference ID for an input item.
 *
 * @throws NodeOperationError when there is none that accounts can be looked up by
 */
export function readReferenceId(context: IExecuteFunctions, itemIndex: number): string {
	const value = context.getNodeParameter(referenceId.name, itemIndex, '');
	const id = readText(context, value ?? '', referenceId).trim();
	if (id.isWellFormed() && canBeLookedUp(id)) return id;
	return throwConfigError(
		context,
		`Item ${itemIndex}: 'Reference ID' is empty, or accounts can't be looked up by it`,
		'A reference ID with a comma, or with very many characters, can only be found in the Persona dashboard. Use the account ID instead.',
		itemIndex,
	);
}

/** Where an account is, below the base URL. */
export function accountPath(id: string): string {
	return `/accounts/${encodeURIComponent(id)}`;
}

/**
 * What has to be known about a request for accounts when it does not get through.
 *
 * @param itemIndex the item that it is about, if it is about one
 * @param statusMessages what an HTTP status means for this request
 */
export function accountErrorContext(
	itemIndex?: number,
	statusMessages: ErrorContext['statusMessages'] = {},
): ErrorContext {
	return {
		itemIndex,
		hideDetails: true,
		statusMessages: {
			400: {
				message: 'Persona could not use the request (HTTP 400)',
				help: "Check the ID and 'API Version', then run this node again.",
				cause: 'configuration-invalid',
			},
			403: {
				message: 'Persona does not allow this with this API key (HTTP 403)',
				help: "In the Persona dashboard, check whether the key has the permissions 'account.read' and, to redact, 'account.write', and whether its list of IP addresses includes this n8n.",
				cause: 'configuration-invalid',
			},
			422: {
				message: 'Persona did not accept the request (HTTP 422)',
				help: "Check the ID and 'API Version', then run this node again.",
			},
			...statusMessages,
		},
	};
}

/** A field without the wrappers `{ type, value }` that Persona puts around each value, at any depth. */
function unwrap(field: unknown): unknown {
	if (Array.isArray(field)) return field.map(unwrap);
	if (typeof field !== 'object' || field === null) return field;
	if ('type' in field && 'value' in field) return unwrap(field.value);
	return Object.fromEntries(Object.entries(field).map(([key, value]) => [key, unwrap(value)]));
}

/**
 * The simplified account: what people look for, with plain values in `fields`.
 *
 * @param account as Persona returns it, in kebab-case; an attribute that the API key hides is null
 */
export function simplified({ id, attributes }: IDataObject): IDataObject {
	const given = (attributes ?? {}) as IDataObject;
	return {
		id,
		referenceId: given['reference-id'] ?? null,
		accountType: given['account-type-name'] ?? null,
		status: given['account-status'] ?? null,
		tags: given.tags ?? [],
		createdAt: given['created-at'] ?? null,
		updatedAt: given['updated-at'] ?? null,
		redactedAt: given['redacted-at'] ?? null,
		fields: unwrap(given.fields ?? {}) as IDataObject,
	};
}
