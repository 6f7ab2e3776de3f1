import type { IExecuteFunctions } from 'n8n-workflow';

import type { DuplicatePolicy } from '../../../pipeline/duplicates';
import { checkText, type RuleContext } from '../../../pipeline/rules';
import type { ImportKind } from '../../../pipeline/types';
import type { IdempotencyMode } from '../../../transport/idempotency';
import { asCsvName, isUsableFileName } from './fileName';
import * as fields from './importOptions';
import { readNumber, readText, requireOneOf } from '../../common/readOption';
import { throwConfigError } from '../../common/refuse';
import { readRequestSettings, type RequestSettings } from '../../common/requestSettings';
import { todayIn } from './today';

/** The options of an import, checked and with their defaults. */
export interface ImportSettings extends RequestSettings {
	duplicates: DuplicatePolicy;
	fileName: string;
	/** Whether the user chose the name; a file that comes with an item has one of its own. */
	fileNameChosen: boolean;
	/** Further parts of the form, such as the list to fill. */
	formFields: Readonly<Record<string, string>>;
	idempotency: IdempotencyMode;
	idempotencyKey: string;
	rowsPerImport: number;
	unmatchedFields: 'ignore' | 'reject';
	rules: RuleContext;
}

type Options = Partial<
	Record<'birthdateCustomFormat' | 'fileName' | 'idempotencyKey' | 'tagSeparator', unknown>
> & {
	birthdateFormat?: RuleContext['birthdateFormat'];
	duplicates?: DuplicatePolicy;
	idempotency?: IdempotencyMode;
	rowsPerImport?: unknown;
	unmatchedFields?: 'ignore' | 'reject';
};

const CHOICES = ['birthdateFormat', 'duplicates', 'idempotency', 'unmatchedFields'] as const;

/** Whether a pattern of Luxon tokens names a whole day. Source: Luxon's table of tokens. */
function namesDay(pattern: string): boolean {
	const tokens = pattern.replace(/'[^']*'/g, '');
	return /y{4}/.test(tokens) && (/o/.test(tokens) || (/[ML]/.test(tokens) && /d/.test(tokens)));
}

/** Persona documents no limit; longer headers are cut or refused on the way. */
const LONGEST_KEY = 200;

function readFileName(context: IExecuteFunctions, options: Options, kind: ImportKind): string {
	const fileName = readText(context, options.fileName, fields.fileName).trim() || kind.fileName;
	if (!isUsableFileName(fileName)) {
		throwConfigError(
			context,
			"'File Name' holds a character that a file name cannot have",
			'Leave out slashes, quotes and control characters.',
		);
	}
	return asCsvName(fileName);
}

function readRowsPerImport(context: IExecuteFunctions, options: Options): number {
	const rows = readNumber(options.rowsPerImport ?? 10_000);
	if (!Number.isInteger(rows) || rows < 1) {
		throwConfigError(
			context,
			"'Rows per Import' is not a whole number from 1",
			'Give it a number such as 10000.',
		);
	}
	return rows;
}

function readIdempotencyKey(context: IExecuteFunctions, options: Options): string {
	const key = readText(context, options.idempotencyKey, fields.idempotencyKey).trim();
	if (options.idempotency === 'custom' && !/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(key)) {
		throwConfigError(
			context,
			"'Idempotency Key' is empty or holds characters that a header cannot carry",
			"Use letters, digits and dashes, or set 'Idempotency' to Once per Content.",
		);
	}
	if (key.length > LONGEST_KEY) {
		throwConfigError(
			context,
			`'Idempotency Key' is longer than ${LONGEST_KEY} characters`,
			'Use a short one, such as the number of a batch.',
		);
	}
	return key;
}

function readRules(context: IExecuteFunctions, options: Options): RuleContext {
	const birthdateFormat = options.birthdateFormat ?? 'iso';
	const pattern = readText(context, options.birthdateCustomFormat, fields.birthdateCustomFormat);
	const birthdateCustomFormat = pattern.trim();
	if (birthdateFormat === 'custom' && !namesDay(birthdateCustomFormat)) {
		throwConfigError(
			context,
			"'Birthdate Custom Format' does not name a day, a month and a year with four digits",
			"Write the pattern in Luxon tokens, such as 'd MMM yyyy'.",
		);
	}
	const tagSeparator = readText(context, options.tagSeparator, fields.tagSeparator, ',');
	if (tagSeparator === '' || typeof checkText(tagSeparator) !== 'string') {
		throwConfigError(
			context,
			"'Tag Separator' is empty or holds a character that cannot be sent",
			'Give it a character such as a comma or a semicolon.',
		);
	}
	return {
		birthdateFormat,
		birthdateCustomFormat,
		tagSeparator,
		today: todayIn(context.getTimezone()),
	};
}

/**
 * Reads the options of an import.
 *
 * @param formFields further parts of the form
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readImportSettings(
	context: IExecuteFunctions,
	kind: ImportKind,
	formFields: Readonly<Record<string, string>>,
): ImportSettings {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	for (const name of CHOICES) requireOneOf(context, fields[name], options[name]);
	return {
		...readRequestSettings(context),
		duplicates: options.duplicates ?? 'reject',
		fileName: readFileName(context, options, kind),
		fileNameChosen: readText(context, options.fileName, fields.fileName).trim() !== '',
		formFields,
		idempotency: options.idempotency ?? 'content',
		idempotencyKey: readIdempotencyKey(context, options),
		rowsPerImport: readRowsPerImport(context, options),
		unmatchedFields: options.unmatchedFields ?? 'ignore',
		rules: readRules(context, options),
	};
}
