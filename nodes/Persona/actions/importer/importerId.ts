import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ErrorContext } from '../../transport/errors';
import { throwConfigError } from '../common/parameters';

/**
 * The field that picks an importer.
 *
 * @param byDefault what a new node begins with
 */
export function importerIdField(
	byDefault: { mode: 'list' | 'id'; value: string },
	description: string,
): INodeProperties {
	return {
		displayName: 'Importer',
		name: 'importerId',
		type: 'resourceLocator',
		default: byDefault,
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an importer…',
				typeOptions: { searchListMethod: 'searchImporters', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. mprt_N6PqYkfSqeqiQYWoeHA3GGDo',
			},
		],
	};
}

/**
 * Reads the importer's ID for an input item. Persona calls the form of its IDs open to change, so any text is taken that
 * can stand in an address.
 *
 * @throws NodeOperationError when there is none
 */
export function readImporterId(context: IExecuteFunctions, itemIndex: number): string {
	const value = context.getNodeParameter('importerId', itemIndex, '', { extractValue: true });
	const id = typeof value === 'string' ? value.trim() : '';
	if (id === '' || /^\.+$/.test(id) || !id.isWellFormed()) {
		throwConfigError(
			context,
			`Item ${itemIndex}: 'Importer' holds no ID`,
			"Choose an importer from the list, or give an expression such as {{ $json.id }} that leads to the ID in this item. After an import with 'On Error' set to Continue, take only items that have an ID.",
			itemIndex,
		);
	}
	return id;
}

/** What has to be known about the request for one importer when it does not get through. */
export function importerErrorContext(itemIndex: number): ErrorContext {
	return {
		itemIndex,
		statusMessages: {
			404: {
				message: `Item ${itemIndex}: Persona has no importer with this ID (HTTP 404)`,
				help: "Check 'Importer'. A sandbox key does not see the importers of production, nor the other way round.",
				cause: 'configuration-invalid',
			},
		},
	};
}
