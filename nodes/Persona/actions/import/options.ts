import type { INodeProperties } from 'n8n-workflow';

import { hasMaskedColumns, hasRule } from '../../pipeline/columns';
import type { ImportKind } from '../../pipeline/types';
import { throwConfigError, type ParameterReader } from '../common/parameters';
import {
	fields,
	include,
	keyInflection,
	optionsField,
	personaVersion,
} from '../common/requestOptions';
import { pollInterval, waitTimeout } from '../common/waitOptions';
import { idempotency, idempotencyKey } from './repeatedRuns';
import {
	birthdateCustomFormat,
	birthdateFormat,
	FOR_ITEMS,
	placeholders,
	tagSeparator,
} from './valueOptions';

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
		'What to do with items that share a reference ID, ignoring case and surrounding spaces',
};

export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description:
		'Whether to do everything except sending. The output says what would be sent and what is wrong with the other rows, with the CSV as a file.',
};

export const showSocialSecurityNumbers: INodeProperties = {
	displayName: 'Show SSNs in Preview',
	name: 'dryRunShowSocialSecurityNumbers',
	displayOptions: { show: { dryRun: [true] } },
	type: 'boolean',
	default: false,
	description:
		'Whether the file of a dry run holds social security numbers as they would be sent. Otherwise they are masked.',
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

// What a multipart header or a file system could take for something else.
const UNUSABLE_IN_NAME = /[\\/"\p{Cc}]/gu;

function asCsvName(name: string): string {
	return /\.csv$/i.test(name) ? name : `${name}.csv`;
}

/**
 * The options of an import, in alphabetical order of their names in the editor. Those that are about a certain column are
 * there only if the import has such a column.
 */
export function importOptions(kind: ImportKind): INodeProperties {
	const only = (isThere: boolean, ...some: INodeProperties[]) => (isThere ? some : []);
	return optionsField([
		personaVersion,
		...only(hasRule(kind, 'birthdate'), birthdateCustomFormat, birthdateFormat),
		dryRun,
		...only(kind.uniqueColumn !== undefined, duplicates),
		{ ...fileName, default: kind.fileName },
		idempotencyKey,
		pollInterval,
		idempotency,
		fields,
		include,
		keyInflection,
		placeholders,
		rowsPerImport,
		...only(hasMaskedColumns(kind), showSocialSecurityNumbers),
		...only(hasRule(kind, 'tags'), tagSeparator),
		unmatchedFields,
		waitTimeout,
	]);
}

/**
 * Reads whether this is a dry run, and how it is done.
 *
 * @returns undefined for a real run
 * @throws NodeOperationError when an option is neither on nor off
 */
export function readDryRun(
	reader: ParameterReader,
): { showSocialSecurityNumbers: boolean } | undefined {
	if (!reader.isOn(dryRun)) return undefined;
	return { showSocialSecurityNumbers: reader.isOn(showSocialSecurityNumbers) };
}

/** @throws NodeOperationError when the name cannot stand in a multipart header */
export function readFileName(
	reader: ParameterReader,
	kind: ImportKind,
): { fileName: string; fileNameChosen: boolean } {
	const chosen = reader.text({ ...fileName, default: '' }).trim();
	if (chosen.search(UNUSABLE_IN_NAME) >= 0 || !chosen.isWellFormed()) {
		throwConfigError(
			reader.context,
			"'File Name' holds a character that a file name cannot have",
			'Leave out slashes, quotes and control characters.',
		);
	}
	return { fileName: asCsvName(chosen || kind.fileName), fileNameChosen: chosen !== '' };
}

/** The name under which a file is sent that has one of its own: the chosen one, or its own as far as that can be sent. */
export function fileNameFor(
	own: string,
	settings: { fileName: string; fileNameChosen: boolean },
): string {
	const usable = own.toWellFormed().replace(UNUSABLE_IN_NAME, '_').trim();
	return settings.fileNameChosen || usable === '' ? settings.fileName : asCsvName(usable);
}
