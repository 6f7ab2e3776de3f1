import { DateTime } from 'luxon';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { hasRule } from '../../pipeline/columns';
import type { RuleContext } from '../../pipeline/rules/context';
import { checkText } from '../../pipeline/rules/text';
import type { ImportKind } from '../../pipeline/types';
import { readChoice, throwConfigError, type ParameterReader } from '../common/parameters';

/** A file is sent unchanged, so what shapes rows has no place there. */
export const FOR_ITEMS: IDisplayOptions = { show: { '/source': ['items'] } };

export const birthdateFormat: INodeProperties = {
	displayName: 'Birthdate Format',
	name: 'birthdateFormat',
	displayOptions: FOR_ITEMS,
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom', description: 'Your own pattern' },
		{ name: 'DD/MM/YYYY', value: 'eu', description: 'Day first, also with dots or dashes' },
		{
			name: 'Detect',
			value: 'detect',
			description: 'Year first, month names, or an order of day and month that your rows prove',
		},
		{
			name: 'Excel Serial',
			value: 'excelSerial',
			description: 'Number of days, as spreadsheets hold it',
		},
		{
			name: 'Milliseconds Since 1970',
			value: 'unixMilliseconds',
			description: 'As JavaScript and many databases count',
		},
		{ name: 'MM/DD/YYYY', value: 'us', description: 'Month first, also with dots or dashes' },
		{
			name: 'Seconds Since 1970',
			value: 'unixSeconds',
			description: 'Unix timestamp',
		},
		{ name: 'YYYY-MM-DD', value: 'iso', description: 'ISO 8601, with or without a time after it' },
	],
	default: 'detect',
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

export const placeholders: INodeProperties = {
	displayName: 'Placeholder Values',
	name: 'placeholders',
	displayOptions: FOR_ITEMS,
	type: 'options',
	options: [
		{ name: 'Reject', value: 'reject', description: 'Reject the row and say which column it is' },
		{ name: 'Treat as Empty', value: 'empty', description: 'Send the row without that value' },
	],
	default: 'reject',
	description:
		'What to do with values such as N/A, #REF!, NULL or undefined, which are never sent. A reference ID like that is always rejected.',
};

export const matchType: INodeProperties = {
	displayName: 'Match Type',
	name: 'matchType',
	type: 'options',
	options: [
		{ name: 'Domain', value: 'domain', description: 'All addresses of a domain' },
		{ name: 'Whole Address', value: 'email_address', description: 'One email address' },
	],
	default: 'email_address',
	description: 'What the rows hold. A row with a value in the column match_type goes by that.',
};

export const tagSeparator: INodeProperties = {
	displayName: 'Tag Separator',
	name: 'tagSeparator',
	displayOptions: FOR_ITEMS,
	type: 'string',
	default: ',',
	description:
		'Written between tags that arrive as a list; tags that arrive as text are sent unchanged',
};

/** Whether a pattern of Luxon tokens names a whole day. Source: Luxon's table of tokens. */
function namesDay(pattern: string): boolean {
	const tokens = pattern.replace(/'[^']*'/g, '');
	return /y{4}/.test(tokens) && (/o/.test(tokens) || (/[ML]/.test(tokens) && /d/.test(tokens)));
}

/** The current day in a time zone, as YYYY-MM-DD. */
function todayIn(zone: string): string {
	const now = DateTime.now();
	const local = now.setZone(zone);
	return (local.isValid ? local : now).toFormat('yyyy-MM-dd');
}

/** The custom pattern, checked where it is in use. */
function readPattern(reader: ParameterReader, format: RuleContext['birthdateFormat']): string {
	const pattern = reader.text(birthdateCustomFormat).trim();
	if (format === 'custom' && !namesDay(pattern)) {
		throwConfigError(
			reader.context,
			"'Birthdate Custom Format' does not name a day, a month and a year with four digits",
			"Write the pattern in Luxon tokens, such as 'd MMM yyyy'.",
		);
	}
	return pattern;
}

function readSeparator(reader: ParameterReader): string {
	const separator = reader.text(tagSeparator);
	if (separator === '' || typeof checkText(separator) !== 'string') {
		throwConfigError(
			reader.context,
			"'Tag Separator' is empty or holds a character that cannot be sent",
			'Give it a character such as a comma or a semicolon.',
		);
	}
	return separator;
}

/**
 * Reads how values are to be understood and written.
 *
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readRuleContext(reader: ParameterReader, kind: ImportKind): RuleContext {
	const { context } = reader;
	const format = reader.choice<RuleContext['birthdateFormat']>(birthdateFormat);
	const timeZone = context.getTimezone();
	return {
		birthdateFormat: format,
		birthdateCustomFormat: readPattern(reader, format),
		placeholders: reader.choice(placeholders),
		tagSeparator: readSeparator(reader),
		timeZone,
		today: todayIn(timeZone),
		...(hasRule(kind, 'matchType') && {
			matchType: readChoice<'email_address' | 'domain'>(
				context,
				reader.parameter(matchType),
				matchType,
			),
		}),
	};
}
