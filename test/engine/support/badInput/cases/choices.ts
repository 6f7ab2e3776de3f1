import type { IDataObject } from 'n8n-workflow';

import { refusedOption, refusedRun } from '../builders';
import type { Topic } from '../types';
import { fine, notOffered, ON_OR_OFF, oneOf, parameter } from './optionTexts';

const WHOLE = "'Rows per Import' is not a whole number from 1";
const SUCH_AS_10000 = 'Give it a number such as 10000.';
const rowsPerImport = (name: string, value: unknown) =>
	refusedOption(name, { rowsPerImport: value } as IDataObject, WHOLE, SUCH_AS_10000);

export const CHOICES: Topic = {
	name: 'Numbers, switches and choices',
	cases: [
		rowsPerImport('rows per import: none', 0),
		rowsPerImport('rows per import: fewer than none', -5),
		rowsPerImport('rows per import: half a row more', 2.5),
		rowsPerImport('rows per import: words', 'many'),
		rowsPerImport('rows per import: a number with a comma', '10,000'),
		rowsPerImport('rows per import: without end', Infinity),
		rowsPerImport('rows per import: an empty text', ''),
		rowsPerImport('rows per import: true, which is not 1', true),
		rowsPerImport('rows per import: a list with a number', [2]),
		fine('rows per import: a number as text', { rowsPerImport: ' 2 ' }),
		fine('rows per import: nothing, which is the default', { rowsPerImport: null }),
		refusedOption(
			'idempotency: another word',
			{ idempotency: 'always' },
			notOffered('Repeated Runs'),
			oneOf('custom, none, content, execution'),
		),
		refusedOption(
			'duplicates: another word',
			{ duplicates: 'merge' },
			notOffered('Duplicate Reference IDs'),
			oneOf('keepFirst, keepLast, reject, send'),
		),
		refusedOption(
			'duplicates: nothing',
			{ duplicates: null },
			notOffered('Duplicate Reference IDs'),
			oneOf('keepFirst, keepLast, reject, send'),
		),
		refusedOption(
			'unmatched fields: another word',
			{ unmatchedFields: 'drop' },
			notOffered('Unmatched Fields'),
			oneOf('ignore, reject'),
		),
		refusedOption(
			'birthdate format: a pattern in its place',
			{ birthdateFormat: 'MM/DD/YYYY' },
			notOffered('Birthdate Format'),
			oneOf('custom, eu, detect, excelSerial, unixMilliseconds, us, unixSeconds, iso'),
		),
		refusedOption(
			'dry run: text',
			{ dryRun: 'true' },
			"'Dry Run' is neither on nor off",
			ON_OR_OFF,
		),
		refusedOption(
			'dry run: nothing',
			{ dryRun: null },
			"'Dry Run' is neither on nor off",
			ON_OR_OFF,
		),
		refusedOption(
			'show SSNs: the word false, which is not off',
			{ dryRun: true, dryRunShowSocialSecurityNumbers: 'false' },
			"'Show SSNs in Preview' is neither on nor off",
			ON_OR_OFF,
		),
		refusedRun(
			'wait for completion: text',
			parameter({ waitForCompletion: 'yes' }),
			"'Wait for Completion' is neither on nor off",
			ON_OR_OFF,
		),
		refusedRun(
			'output: another word',
			parameter({ output: 'accounts' }),
			notOffered('Output'),
			oneOf('importers, summary, rows'),
		),
	],
};
