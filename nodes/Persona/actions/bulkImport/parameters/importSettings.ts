import type { IExecuteFunctions } from 'n8n-workflow';

import type { DuplicatePolicy } from '../../../import/duplicates';
import { checkText, type RuleContext } from '../../../import/rules';
import type { ImportKind } from '../../../import/types';
import type { IdempotencyMode } from '../../../transport/idempotency';
import { asCsvName, isUsableFileName } from './fileName';
import { refuse, refuseUnlessOneOf } from '../../shared/refuse';
import { readRequestSettings, type RequestSettings } from '../../shared/requestSettings';
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

const CHOICES = {
	birthdateFormat: ['iso', 'us', 'eu', 'excelSerial', 'custom'],
	duplicates: ['reject', 'keepFirst', 'keepLast', 'send'],
	idempotency: ['content', 'execution', 'custom', 'none'],
	unmatchedFields: ['ignore', 'reject'],
} as const;

function readFileName(context: IExecuteFunctions, options: Options, kind: ImportKind): string {
	const fileName = String(options.fileName ?? '').trim() || kind.fileName;
	if (!isUsableFileName(fileName)) {
		refuse(
			context,
			"'File Name' holds a character that a file name cannot have",
			'Leave out slashes, quotes and control characters.',
		);
	}
	return asCsvName(fileName);
}

function readRowsPerImport(context: IExecuteFunctions, options: Options): number {
	const rows = Number(options.rowsPerImport ?? 10_000);
	if (!Number.isInteger(rows) || rows < 1) {
		refuse(
			context,
			"'Rows per Import' is not a whole number from 1",
			'Give it a number such as 10000.',
		);
	}
	return rows;
}

function readIdempotencyKey(context: IExecuteFunctions, options: Options): string {
	const key = String(options.idempotencyKey ?? '').trim();
	if (options.idempotency === 'custom' && !/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(key)) {
		refuse(
			context,
			"'Idempotency Key' is empty or holds characters that a header cannot carry",
			"Use letters, digits and dashes, or set 'Idempotency' to Once per Content.",
		);
	}
	return key;
}

function readRules(context: IExecuteFunctions, options: Options): RuleContext {
	const birthdateFormat = options.birthdateFormat ?? 'iso';
	const birthdateCustomFormat = String(options.birthdateCustomFormat ?? '').trim();
	if (birthdateFormat === 'custom' && !/y{4}/.test(birthdateCustomFormat)) {
		refuse(
			context,
			"'Birthdate Custom Format' has no year with four digits (yyyy)",
			"Write the pattern in Luxon tokens, such as 'd MMM yyyy'.",
		);
	}
	const tagSeparator = String(options.tagSeparator ?? ',');
	if (tagSeparator === '' || typeof checkText(tagSeparator) !== 'string') {
		refuse(
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
	for (const [name, allowed] of Object.entries(CHOICES)) {
		refuseUnlessOneOf(context, name, options[name as keyof typeof CHOICES], allowed);
	}
	return {
		...readRequestSettings(context),
		duplicates: options.duplicates ?? 'reject',
		fileName: readFileName(context, options, kind),
		fileNameChosen: String(options.fileName ?? '').trim() !== '',
		formFields,
		idempotency: options.idempotency ?? 'content',
		idempotencyKey: readIdempotencyKey(context, options),
		rowsPerImport: readRowsPerImport(context, options),
		unmatchedFields: options.unmatchedFields ?? 'ignore',
		rules: readRules(context, options),
	};
}
