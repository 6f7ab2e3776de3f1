import type { INodeProperties } from 'n8n-workflow';

/** Where an import gets its rows from. */
export const sourceFields: INodeProperties[] = [
	{
		displayName: 'Import From',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'CSV File',
				value: 'file',
				description: 'Each input item brings a CSV file, which is sent as it is, however large',
			},
			{
				name: 'Input Items',
				value: 'items',
				description: 'Each input item is a row, which is mapped and checked before it is sent',
			},
		],
		default: 'items',
		description: 'Where the rows come from',
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		displayOptions: { show: { source: ['file'] } },
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input field containing the file to be imported',
		description:
			"The file has to be CSV in UTF-8 with commas, and its first line has to name columns that Persona takes. Other names that are known for them are replaced by Persona's.",
	},
];
