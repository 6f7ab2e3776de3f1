import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { hasRule } from '../../../pipeline/columns';
import { hasMaskedColumns } from '../../../pipeline/mask';
import type { ImportKind } from '../../../pipeline/types';
import { dryRun, dryRunShowSocialSecurityNumbers } from './dryRunOptions';
import { fields, include, keyInflection, personaVersion } from '../../common/requestOptions';
import { pollInterval, waitTimeout } from '../../common/waitOptions';

/** A file is sent as it is, so what shapes rows has no place there. */
const FOR_ITEMS: IDisplayOptions = { show: { '/source': ['items'] } };

export const birthdateFormat: INodeProperties = {
	displayName: 'Birthdate Format',
	name: 'birthdateFormat',
	displayOptions: FOR_ITEMS,
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom', description: 'Your own pattern' },
		{ name: 'DD/MM/YYYY', value: 'eu', description: 'Day first, also with dots or dashes' },
		{
			name: 'Excel Serial',
			value: 'excelSerial',
			description: 'Number of days, as spreadsheets hold it',
		},
		{ name: 'MM/DD/YYYY', value: 'us', description: 'Month first, also with dots or dashes' },
		{ name: 'YYYY-MM-DD', value: 'iso', description: 'ISO 8601, with or without a time behind it' },
	],
	default: 'iso',
	description: 'How birthdates are written in the input. Persona always receives YYYY-MM-DD.',
};

export const birthdateCustomFormat: INodeProperties = {
	displayName: 'Birthdate Custom Format',
	name: 'birthdateCustomFormat',
	displayOptions: { show: { ...FOR_ITEMS.show, birthdateFormat: ['custom'] } },
	type: 'string',
	default: '',
	placeholder: 'e.g. d MMM yyyy',
	description:
		'Pattern in <a href="https://moment.github.io/luxon/#/parsing">Luxon tokens</a>, used when Birthdate Format is Custom',
};

export const duplicates: INodeProperties = {
	displayName: 'Duplicate Reference IDs',
	name: 'duplicates',
	displayOptions: FOR_ITEMS,
	type: 'options',
	options: [
		{
			name: 'Keep First',
			value: 'keepFirst',
			description: 'Send the first of them and count the others',
		},
		{
			name: 'Keep Last',
			value: 'keepLast',
			description: 'Send the last of them and count the others',
		},
		{
			name: 'Reject',
			value: 'reject',
			description: 'Send none of them and say which items they are',
		},
		{ name: 'Send', value: 'send', description: 'Send all of them and leave it to Persona' },
	],
	default: 'reject',
	description:
		'What to do with items that share a reference ID, compared without case and surrounding blanks',
};

export const idempotency: INodeProperties = {
	displayName: 'Idempotency',
	name: 'idempotency',
	type: 'options',
	options: [
		{ name: 'Custom Key', value: 'custom', description: 'Once per key that you choose' },
		{
			name: 'None',
			value: 'none',
			description:
				'Every run imports again; after a broken connection nothing is sent a second time',
		},
		{
			name: 'Once per Content',
			value: 'content',
			description: 'The same rows with the same options return the same importer for 24 hours',
		},
		{
			name: 'Once per Execution',
			value: 'execution',
			description: 'Each execution imports anew, also one that Retry Execution starts',
		},
	],
	default: 'content',
	description: 'When Persona treats an upload as one that it already has (header Idempotency-Key)',
};

export const idempotencyKey: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	displayOptions: { show: { idempotency: ['custom'] } },
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-export-2026-11',
	description:
		'Used when Idempotency is Custom Key; the number of the part is added to it. Do not put personal data or reference IDs in it.',
};

export const fileName: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: 'accounts.csv',
	description:
		'Name of the CSV file, as Persona shows it. Without this option, a file that comes from the input keeps its own name.',
};

export const rowsPerImport: INodeProperties = {
	displayName: 'Rows per Import',
	name: 'rowsPerImport',
	displayOptions: FOR_ITEMS,
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 10000,
	description: 'More rows than this are sent as several imports',
};

export const tagSeparator: INodeProperties = {
	displayName: 'Tag Separator',
	name: 'tagSeparator',
	displayOptions: FOR_ITEMS,
	type: 'string',
	default: ',',
	description:
		'Written between tags that arrive as a list; tags that arrive as text are sent as they are',
};

export const unmatchedFields: INodeProperties = {
	displayName: 'Unmatched Fields',
	name: 'unmatchedFields',
	displayOptions: FOR_ITEMS,
	type: 'options',
	options: [
		{ name: 'Ignore', value: 'ignore', description: 'Leave them out and name them in a hint' },
		{ name: 'Reject', value: 'reject', description: 'Send nothing when there are any' },
	],
	default: 'ignore',
	description:
		'What to do with input fields that fit no column, when columns are mapped automatically',
};

/**
 * The options of an import, in alphabetical order of their names in the editor. Those that are about a certain column are
 * there only if the import has such a column.
 */
export function importOptions(kind: ImportKind): INodeProperties {
	const only = (isThere: boolean, ...options: INodeProperties[]) => (isThere ? options : []);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			personaVersion,
			...only(hasRule(kind, 'birthdate'), birthdateCustomFormat, birthdateFormat),
			dryRun,
			...only(kind.uniqueColumn !== undefined, duplicates),
			fields,
			{ ...fileName, default: kind.fileName },
			idempotency,
			idempotencyKey,
			include,
			keyInflection,
			pollInterval,
			rowsPerImport,
			...only(hasMaskedColumns(kind), dryRunShowSocialSecurityNumbers),
			...only(hasRule(kind, 'tags'), tagSeparator),
			unmatchedFields,
			waitTimeout,
		],
	};
}
