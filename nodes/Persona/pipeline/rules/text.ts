import { DateTime } from 'luxon';

import type { Checked } from './rule';

// Tab, line feed and carriage return are ordinary in CRM notes and survive CSV; the other C0 and C1 codes are debris.
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;
/** Zero-width spaces, marks of direction and the like: they belong into names of some scripts, but not into an ID. */
const INVISIBLE = /\p{Cf}/u;
const BLANKS_AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
/** Most cells are printable ASCII, which is told much faster than what any other text may hold. */
const ORDINARY = /^[ -~]*$/;
/** Doubles keep 15 significant digits; a longer decimal fraction is a rounding artefact. */
const MOST_DIGITS = 15;

function checkString(text: string): Checked {
	if (ORDINARY.test(text)) return text;
	if (!text.isWellFormed()) return { code: 'brokenCharacter' };
	if (CONTROL_CHARACTER.test(text)) return { code: 'controlCharacter' };
	return text;
}

function checkNumber(value: number): Checked {
	const text = String(value);
	const exact = Number.isInteger(value)
		? Number.isSafeInteger(value)
		: /^-?\d+\.\d+$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
	return exact ? text : { code: 'impreciseNumber' };
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
			return value.toString();
		case 'boolean':
			return { code: 'booleanValue' };
		default:
			if (value === null || value === undefined) return '';
			if (isDate(value) || DateTime.isDateTime(value)) return { code: 'dateValue' };
			return { code: 'notText' };
	}
}

function refuseInvisible(text: string): Checked {
	return INVISIBLE.test(text) ? { code: 'invisibleCharacter' } : text;
}

/** Text as it is, for values that have to be the same as another to the last character. */
export function checkVisibleText(value: unknown): Checked {
	const checked = checkText(value);
	if (typeof checked !== 'string' || ORDINARY.test(checked)) return checked;
	return refuseInvisible(checked);
}

/**
 * Text without the blanks around it, for values that are compared or read as a whole. Invisible characters count as blanks
 * there: text that was copied often begins or ends with one.
 */
export function checkTrimmedText(value: unknown): Checked {
	const checked = checkText(value);
	if (typeof checked !== 'string') return checked;
	if (ORDINARY.test(checked)) return checked.trim();
	return refuseInvisible(checked.replace(BLANKS_AROUND, ''));
}
