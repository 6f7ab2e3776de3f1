import { DateTime } from 'luxon';

import type { Checked } from './rule';

// Tab, line feed and carriage return are ordinary in CRM notes and survive CSV; the other C0 and C1 codes are debris.
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;
/** Most cells are printable ASCII, which is told much faster than what any other text may hold. */
const ORDINARY = /^[ -~]*$/;
/** Doubles keep 15 significant digits; a longer decimal fraction is a rounding artefact. */
const MOST_DIGITS = 15;

function checkString(text: string): Checked {
	if (ORDINARY.test(text)) return { text };
	if (!text.isWellFormed()) return { code: 'brokenCharacter' };
	if (CONTROL_CHARACTER.test(text)) return { code: 'controlCharacter' };
	return { text };
}

function checkNumber(value: number): Checked {
	const text = String(value);
	const exact = Number.isInteger(value)
		? Number.isSafeInteger(value)
		: /^-?\d+\.\d+$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
	return exact ? { text } : { code: 'impreciseNumber' };
}

/** Also for a Date of another realm, such as one that a sandboxed script made. */
export function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

/** Text as it is; whole numbers as digits without exponent; nothing (null, undefined) as an empty cell. */
export function checkText(value: unknown): Checked {
	switch (typeof value) {
		case 'string':
			return checkString(value);
		case 'number':
			return checkNumber(value);
		case 'bigint':
			return { text: value.toString() };
		case 'boolean':
			return { code: 'booleanValue' };
		default:
			if (value === null || value === undefined) return { text: '' };
			if (isDate(value) || DateTime.isDateTime(value)) return { code: 'dateValue' };
			return { code: 'notText' };
	}
}

/** Text without the blanks around it, for values that are compared as a whole. */
export function checkTrimmedText(value: unknown): Checked {
	const checked = checkText(value);
	return 'text' in checked ? { text: checked.text.trim() } : checked;
}
