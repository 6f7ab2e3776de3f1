import type { INodeProperties } from 'n8n-workflow';

import {
	fields,
	include,
	keyInflection,
	optionsField,
	personaVersion,
} from '../common/requestOptions';
import { pollInterval, waitTimeout } from '../common/waitOptions';
import { columnsField } from '../import/fields';
import {
	dryRun,
	duplicates,
	rowsPerImport,
	showSocialSecurityNumbers,
	unmatchedFields,
} from '../import/options';
import { idempotency, idempotencyKey } from '../import/repeatedRuns';
import { birthdateCustomFormat, birthdateFormat, tagSeparator } from '../import/valueOptions';

export const lookupField: INodeProperties = {
	displayName: 'Find Accounts By',
	name: 'lookupField',
	type: 'options',
	options: [
		{ name: 'Account ID', value: 'token', description: "Persona's own ID, which starts with act_" },
		{ name: 'Reference ID', value: 'reference_id', description: 'Your own ID for the person' },
	],
	default: 'reference_id',
	description: 'What tells Persona which account a row is about',
};

/** @param isRequired whether rows may create accounts, which need a type */
export function accountTypeField(isRequired: boolean): INodeProperties {
	const use = isRequired
		? 'The type of accounts that are created'
		: 'The type of the accounts, if you want to map its own fields';
	return {
		displayName: 'Account Type ID',
		name: 'accountTypeId',
		type: 'string',
		default: '',
		required: isRequired,
		placeholder: 'e.g. acttp_7X5W5w9GMtQntE6oPtKnj44c',
		description: `${use}. The Persona dashboard shows its ID, and the columns below are its fields.`,
	};
}

export const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'One Item per Batch Job',
			value: 'jobs',
			description: 'Each batch job as Persona returns it, with counts',
		},
		{
			name: 'One Item per Row',
			value: 'rows',
			description: 'Whether each row was written: written, pending or unknown',
		},
	],
	default: 'jobs',
	description:
		'What this node returns. Rows that Persona could not write always become items with the reason. Persona counts how many accounts were created and updated, but does not say which.',
};

const emptyValues: INodeProperties = {
	displayName: 'Empty Values',
	name: 'emptyValues',
	type: 'options',
	options: [
		{
			name: 'Clear',
			value: 'clear',
			description: 'Send null, which asks Persona to remove what the field holds',
		},
		{ name: 'Leave Out', value: 'omit', description: 'Keep what the field holds' },
	],
	default: 'omit',
	description: 'What to do where a row has no value for a column that is mapped',
};

const emitEvents: INodeProperties = {
	displayName: 'Emit Events',
	name: 'emitEvents',
	type: 'boolean',
	default: true,
	description:
		'Whether Persona starts workflows and webhooks for changed fields and tags. Turn it off to fill in many accounts quietly.',
};

const furtherFields: INodeProperties = {
	displayName: 'Further Fields',
	name: 'furtherFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. nickname, signup_source',
	description:
		'Keys of further fields that become columns, separated by commas. Their values are sent as text.',
};

const rowsPerJob: INodeProperties = {
	...rowsPerImport,
	displayName: 'Rows per Batch Job',
	name: 'rowsPerJob',
	typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
	default: 1000,
	description: 'More rows than this are sent as several batch jobs. Persona takes up to 1,000.',
};

/** By content, a value that changes and then changes back within a day would stay changed. */
const repeatedRuns: INodeProperties = {
	...idempotency,
	options: [
		{ name: 'Custom Key', value: 'custom', description: 'Once per key that you choose' },
		{
			name: 'None',
			value: 'none',
			description: 'Every run writes again; after a lost connection nothing is sent a second time',
		},
		{
			name: 'Once per Content',
			value: 'content',
			description:
				'The same rows return the same batch job for 24 hours, even if the accounts were changed since',
		},
		{
			name: 'Once per Execution',
			value: 'execution',
			description: 'Each execution writes the rows again; retries within it do not',
		},
	],
	default: 'execution',
	description:
		'When Persona treats a batch job as one that it already has (header Idempotency-Key)',
};

export const OPTION = { emptyValues, emitEvents, furtherFields, repeatedRuns, rowsPerJob };

/** The field without the condition that rows come from items, because there is no other source here. */
function anySource({ displayOptions, ...field }: INodeProperties): INodeProperties {
	const { '/source': _source, source, ...show } = displayOptions?.show ?? {};
	void _source;
	void source;
	return Object.keys(show).length === 0 ? field : { ...field, displayOptions: { show } };
}

const shown = (field: INodeProperties, displayName: string, description: string) => ({
	...field,
	displayName,
	description,
});

/** The options of both operations. */
export const batchOptions = optionsField(
	[
		...[personaVersion, birthdateCustomFormat, birthdateFormat],
		shown(
			dryRun,
			dryRun.displayName,
			'Whether to do everything except sending. The output says what would be sent and what is wrong with the other rows, with the JSON as a file.',
		),
		...[duplicates, emitEvents, emptyValues, furtherFields, idempotencyKey, pollInterval],
		...[repeatedRuns, fields, include, keyInflection, rowsPerJob, showSocialSecurityNumbers],
		shown(
			tagSeparator,
			tagSeparator.displayName,
			'Divides tags that arrive as text; tags that arrive as a list stay a list',
		),
		...[unmatchedFields, waitTimeout],
	].map(anySource),
);

const EXAMPLES = 'First Name, Email or Contact ID';

export const columns: INodeProperties = {
	...anySource(columnsField('getBatchJobColumns', EXAMPLES, ['accountTypeId', 'lookupField'])),
	description: `Which input field goes into which field of the account. Automatic mapping finds fields by their names, also under names that CRMs use, such as ${EXAMPLES}.`,
};
