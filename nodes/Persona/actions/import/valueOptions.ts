import { DateTime } from 'luxon';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { checkText, type RuleContext } from '../../pipeline/rules';
import { throwConfigError, type ParameterReader } from '../common/parameters';

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
			name: 'Excel Serial',
			value: 'excelSerial',
			description: 'Number of days, as spreadsheets hold it',
		},
		{ name: 'MM/DD/YYYY', value: 'us', description: 'Month first, also with dots or dashes' },
		{ name: 'YYYY-MM-DD', value: 'iso', description: 'ISO 8601, with or without a time after it' },
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

/**
 * Reads how values are to be understood and written.
 *
 * @throws NodeOperationError naming the option that cannot be used
 */
export function readRuleContext(reader: ParameterReader): RuleContext {
	const format = reader.choice<RuleContext['birthdateFormat']>(birthdateFormat);
	const pattern = reader.text(birthdateCustomFormat).trim();
	if (format === 'custom' && !namesDay(pattern)) {
		throwConfigError(
			reader.context,
			"'Birthdate Custom Format' does not name a day, a month and a year with four digits",
			"Write the pattern in Luxon tokens, such as 'd MMM yyyy'.",
		);
	}
	const separator = reader.text(tagSeparator);
	if (separator === '' || typeof checkText(separator) !== 'string') {
		throwConfigError(
			reader.context,
			"'Tag Separator' is empty or holds a character that cannot be sent",
			'Give it a character such as a comma or a semicolon.',
		);
	}
	return {
		birthdateFormat: format,
		birthdateCustomFormat: pattern,
		tagSeparator: separator,
		today: todayIn(reader.context.getTimezone()),
	};
}
