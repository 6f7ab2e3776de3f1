import { MILLISECONDS_A_DAY, type CalendarDay, dayAt } from './calendar';

/** What a number in place of a date looks like. */
export type NumberCode =
	| 'dateNumber'
	| 'dateWithoutSeparators'
	| 'secondsSince1970'
	| 'millisecondsSince1970'
	| 'dateFormat';

/** The day that spreadsheets count from. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 31);
/** Spreadsheets hold 1900 for a leap year, so 60 is a day that never was and later serials are one too high. */
const SERIAL_OF_29_FEBRUARY_1900 = 60;
const FIRST_YEAR = 1900;
const START = Date.UTC(FIRST_YEAR, 0, 1);
/** Fewer milliseconds than this are days of early 1970, and far more often seconds. */
export const FEW_MILLISECONDS = 10_000_000_000;
const LONGEST_SERIAL = 6;

const NUMBER = /^-?\d{1,15}(?:[.,]\d*)?$/;

/** Whether text is a number, as dates never are. */
export function isNumber(text: string): boolean {
	return NUMBER.test(text);
}

/** Whether text is a year and nothing else: as the number of a day it would be one in 1905. */
export function isYear(text: string, today: string): boolean {
	return /^\d{4}$/.test(text) && text >= String(FIRST_YEAR) && text <= today;
}

function looksLikeDay(digits: string): boolean {
	return /^(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d$/.test(digits);
}

/**
 * Names what a number looks like. Nobody can know it, so none is read as a day without the user's word.
 *
 * @param text a number and no year, see {@link isNumber} and {@link isYear}
 */
export function codeOfNumber(text: string, today: string): NumberCode {
	const [digits] = /\d+/.exec(text)!;
	const isNegative = text.startsWith('-');
	if (digits.length <= LONGEST_SERIAL) return 'dateNumber';
	if (!isNegative && looksLikeDay(digits)) return 'dateWithoutSeparators';
	const size = Number(digits);
	const latest = Date.parse(today) + MILLISECONDS_A_DAY;
	const isPast = (instant: number) => instant >= START && instant < latest;
	const signed = isNegative ? -size : size;
	if (size >= FEW_MILLISECONDS) return isPast(signed) ? 'millisecondsSince1970' : 'dateFormat';
	return isPast(signed * 1000) ? 'secondsSince1970' : 'dateFormat';
}

/** A sign between thousands, or decimals: nobody can tell. */
const THOUSANDS_OR_DECIMALS = /^\d{1,3}[.,]\d{3}$/;

/** The day with a number in a spreadsheet, fractions dropped; undefined for other text, null for a day that never was. */
export function dayOfSerial(text: string): CalendarDay | null | undefined {
	if (THOUSANDS_OR_DECIMALS.test(text)) return undefined;
	if (!/^\d{1,6}(?:[.,]\d+)?$/.test(text)) return undefined;
	const serial = Math.floor(Number(text.replace(',', '.')));
	if (serial === SERIAL_OF_29_FEBRUARY_1900) return null;
	const days = serial > SERIAL_OF_29_FEBRUARY_1900 ? serial - 1 : serial;
	return dayAt(SERIAL_EPOCH + days * MILLISECONDS_A_DAY);
}

/**
 * The instant that a count since 1970 names, in milliseconds.
 *
 * @param text a number, see {@link isNumber}
 * @param unit milliseconds in what is counted
 */
export function instantOfCount(text: string, unit: number): number {
	return Math.floor(Number(text.replace(',', '.')) * unit);
}
