import type { INodeProperties } from 'n8n-workflow';

/** Where an import gets its rows from. */
export const source: INodeProperties = {
	displayName: 'Import From',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'CSV File',
			value: 'file',
			description: 'Each input item brings a CSV file, which is sent unchanged, however large',
		},
		{
			name: 'Input Items',
			value: 'items',
			description: 'Each input item is a row, which is mapped and checked before it is sent',
		},
	],
	default: 'items',
	description: 'Where the rows come from',
};

export const binaryPropertyName: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	displayOptions: { show: { source: ['file'] } },
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input field containing the file to be imported',
	description:
		"The file must be CSV in UTF-8 with commas, and its first line must name columns that Persona takes. Other common names for them are replaced by Persona's.",
};

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
		displayName: `You don't need to rename any fields. Other common names, such as ${examples}, work too, in any case and spacing. Fields that fit no column are not sent.`,
		name: 'mappingNotice',
		// With the slash, because n8n 1 and early 2 would look for a field of that very name before they run the node.
		displayOptions: { show: { source: ['items'], '/columns.mappingMode': ['autoMapInputData'] } },
		type: 'notice',
		default: '',
	};
}

const outputChoices = [
	{
		name: 'One Item per Import',
		value: 'importers',
		description: "Persona's answer to each upload, with counts",
	},
	{
		name: 'One Summary per Import',
		value: 'summary',
		description: 'The main facts side by side, for a message or a row in a sheet',
	},
];

/** What an import returns that cannot look up its rows: of list items, or of files. */
const outputWithoutRows: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: outputChoices,
	default: 'importers',
	description: 'What this node returns',
};

export const output: INodeProperties = {
	...outputWithoutRows,
	options: [
		...outputChoices,
		{
			name: 'One Item per Row',
			value: 'rows',
			description:
				'Outcome of each row: created, alreadyExisted, pending, notFound or unverifiable, and the account ID. Waits for completion.',
		},
	],
	description:
		'What this node returns. Persona does not report on single rows: their outcomes are observed by looking up the reference IDs before and after the import.',
};

export const waitForCompletion: INodeProperties = {
	displayName: 'Wait for Completion',
	name: 'waitForCompletion',
	type: 'boolean',
	default: false,
	description:
		'Whether to wait until Persona has finished the import, so that its status and counters are final. The options set how long.',
};

/** For what an import returns, and when. */
export const RESULT_FIELDS = {
	account: [
		{ ...output, displayOptions: { show: { source: ['items'] } } },
		{ ...outputWithoutRows, displayOptions: { show: { source: ['file'] } } },
		{
			...waitForCompletion,
			description: waitForCompletion.description!.replace(
				'The options',
				'One Item per Row always waits. The options',
			),
		},
	],
	listItem: [outputWithoutRows, waitForCompletion],
} satisfies Record<string, INodeProperties[]>;
