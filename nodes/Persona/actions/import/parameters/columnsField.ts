import type { INodeProperties } from 'n8n-workflow';

/**
 * The resource mapper. Its columns come from one of the node's methods, by name.
 *
 * @param examples names of fields that automatic mapping understands, for the description
 * @param dependsOn parameters from which the columns follow
 */
export function columnsField(
	resourceMapperMethod: string,
	examples: string,
	dependsOn?: string[],
): INodeProperties {
	return {
		displayName: 'Columns',
		name: 'columns',
		displayOptions: { show: { source: ['items'] } },
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'autoMapInputData', value: null },
		required: true,
		typeOptions: {
			...(dependsOn === undefined ? {} : { loadOptionsDependsOn: dependsOn }),
			resourceMapper: {
				resourceMapperMethod,
				mode: 'add',
				valuesLabel: 'Values to Send',
				fieldWords: { singular: 'column', plural: 'columns' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: true,
			},
		},
		description: `Which input field goes into which column of the CSV. Automatic mapping finds fields by their names, also under names that CRMs use, such as ${examples}.`,
	};
}

/**
 * Stands below n8n's own notice on automatic mapping, which knows nothing of other names.
 *
 * @param examples names of fields that automatic mapping understands
 */
export function mappingNotice(examples: string): INodeProperties {
	return {
		displayName: `Other common names, such as ${examples}, are understood as well, in any case and spacing. Fields that fit no column are not sent.`,
		name: 'mappingNotice',
		// With the slash, because n8n 1 and early 2 would look for a field of that very name before they run the node.
		displayOptions: { show: { source: ['items'], '/columns.mappingMode': ['autoMapInputData'] } },
		type: 'notice',
		default: '',
	};
}
