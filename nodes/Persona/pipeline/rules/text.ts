import { DateTime } from 'luxon';

import { BEYOND, hasOnly } from '../characters';
import type { Checked } from './rule';

// Tab, line feed and carriage return are ordinary in CRM notes and survive CSV; the other C0 and C1 codes are debris.
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;
/** Zero-width spaces, marks of direction and the like: they belong into names of some scripts, but not into an ID. */
const INVISIBLE = /\p{Cf}/u;
/** Spaces, and what looks like nothing: format characters, fillers of Hangul, the empty Braille pattern. */
const NOTHING_TO_SEE = /[\s\p{Cf}\u034f\u115f\u1160\u2800\u3164\uffa0]/u;
/** What decoders write in place of bytes that they cannot read. */
const REPLACEMENT_CHARACTER = '\ufffd';
/** The same after it was decoded twice. */
const REPLACEMENT_TWICE = 'ï¿½';
/** The last character that is one unit long in a string of JavaScript. */
const LAST_OF_ONE_UNIT = 0xffff;
/** Doubles keep 15 significant digits; a longer decimal fraction is a rounding artefact. */
const MOST_DIGITS = 15;

/** Whether text holds nothing but printable ASCII and letters of Latin, as most cells do: this is told quickly. */
function isOrdinary(text: string): boolean {
	return hasOnly(text, ~BEYOND);
}

const LAST_SPACE = 0x20;

/** Ordinary text without the spaces around it; undefined for any other value. */
function trimOrdinary(value: unknown): string | undefined {
	if (typeof value !== 'string' || !isOrdinary(value)) return undefined;
	const isTrimmed =
		value.charCodeAt(0) > LAST_SPACE && value.charCodeAt(value.length - 1) > LAST_SPACE;
	return isTrimmed ? value : value.trim();
}

function checkString(
	text: string,
): string | { code: 'brokenCharacter' | 'controlCharacter' | 'replacementCharacter' } {
	if (isOrdinary(text)) return text;
	if (!text.isWellFormed()) return { code: 'brokenCharacter' };
	if (CONTROL_CHARACTER.test(text)) return { code: 'controlCharacter' };
	const isLost = text.includes(REPLACEMENT_CHARACTER) || text.includes(REPLACEMENT_TWICE);
	return isLost ? { code: 'replacementCharacter' } : text;
}

function checkNumber(value: number): PlainlyChecked {
	const text = String(value);
	const exact = Number.isInteger(value)
		? Number.isSafeInteger(value)
		: /^-?\d+\.\d+$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
	return exact ? text : { code: 'impreciseNumber' };
}

/** What text is checked for everywhere; nothing of it is only a warning. */
export type PlainlyChecked = Exclude<Checked, { text: string }>;

/** Also for a Date of another realm, such as one that a sandboxed script made. */
export function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

/** Text unchanged; whole numbers as digits without exponent; nothing (null, undefined) as an empty cell. */
export function checkText(value: unknown): PlainlyChecked {
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

// By hand, because a pattern that is tied to the end of the text begins anew at every space in it.
function trim(text: string): string {
	if (isOrdinary(text)) return text.trim();
	let start = 0;
	let end = text.length;
	for (; start < end; start += text.codePointAt(start)! > LAST_OF_ONE_UNIT ? 2 : 1) {
		if (!NOTHING_TO_SEE.test(String.fromCodePoint(text.codePointAt(start)!))) break;
	}
	while (end > start) {
		const size = /[\udc00-\udfff]/.test(text[end - 1]!) ? 2 : 1;
		if (!NOTHING_TO_SEE.test(text.slice(end - size, end))) break;
		end -= size;
	}
	return text.slice(start, end);
}

/** Text without the spaces and invisible characters around it: text that was copied often begins or ends with one. */
export function checkTrimmed(value: unknown): PlainlyChecked {
	const ordinary = trimOrdinary(value);
	if (ordinary !== undefined) return ordinary;
	const checked = checkText(value);
	return typeof checked === 'string' ? trim(checked) : checked;
}

/** The same without any invisible character, for values that are compared or read as a whole. */
export function checkTrimmedText(value: unknown): PlainlyChecked {
	const checked = checkTrimmed(value);
	if (typeof checked !== 'string' || isOrdinary(checked)) return checked;
	return INVISIBLE.test(checked) ? { code: 'invisibleCharacter' } : checked;
}
