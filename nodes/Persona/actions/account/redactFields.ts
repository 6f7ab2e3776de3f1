import type { INodeProperties } from 'n8n-workflow';

export const identifyBy: INodeProperties = {
	displayName: 'Identify By',
	name: 'identifyBy',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Account ID', value: 'accountId' },
		{ name: 'Reference ID', value: 'referenceId' },
	],
	default: 'accountId',
	description: 'How the input items name the accounts to redact',
};

export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: true,
	description:
		'Whether to only show which accounts would be redacted. Look at the output, then turn this off.',
};

export const notice: INodeProperties = {
	displayName:
		'This deletes the personal data of each account for good, with its inquiries, verifications and reports. It cannot be undone.',
	name: 'redactNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { dryRun: [false] } },
};

export const maximumAccounts: INodeProperties = {
	displayName: 'Maximum Accounts',
	name: 'maximumAccounts',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 100,
	description: 'Stops before anything is redacted if there would be more accounts than this',
};

export const allAccounts: INodeProperties = {
	displayName: 'Redact All With Same Reference ID',
	noDataExpression: true,
	name: 'allAccounts',
	type: 'boolean',
	default: false,
	description:
		'Whether to redact all accounts if several have the same reference ID. Otherwise, such an item is rejected.',
};
