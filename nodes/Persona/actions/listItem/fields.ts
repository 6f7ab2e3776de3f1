import type { INodeProperties } from 'n8n-workflow';

/** Not an expression: the columns that can be mapped follow from it while the node is set up. */
export const listType: INodeProperties = {
	displayName: 'List Type',
	name: 'listType',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Email Address', value: 'emailAddress' },
		{ name: 'Geolocation', value: 'geolocation' },
		{ name: 'Government ID Number', value: 'governmentIdNumber' },
		{ name: 'IP Address', value: 'ipAddress' },
		{ name: 'Name', value: 'name' },
		{ name: 'Phone Number', value: 'phoneNumber' },
	],
	default: 'emailAddress',
	description: 'What the list holds',
};

export const listId: INodeProperties = {
	displayName: 'List',
	name: 'listId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	typeOptions: { loadOptionsDependsOn: ['listType'] },
	description:
		'The list that the items are put on, the same for all of them. It must exist already, in the environment of the API key.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a list…',
			typeOptions: { searchListMethod: 'searchLists', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. lst_kRcKDJ4c8wF2AmAghggtYxboX',
		},
	],
};
