import type { CalendarDay } from './calendar';
import { splitTime, type ClockTime } from './clockTime';
import { isWeekday, monthOf } from './monthNames';

/** A day that is written in a way that can be read in one way only. */
export interface WrittenDay {
	day: CalendarDay;
	time?: ClockTime;
}

/** A day of which it is not written which number is the month. */
export interface OrderedDay {
	first: number;
	second: number;
	year: number;
	/** What stands between the numbers. */
	separator: string;
	time?: ClockTime;
}

export interface NoDay {
	code: 'dateFormat' | 'twoDigitYear';
}

export type DateReading = WrittenDay | OrderedDay | NoDay;

const YEAR_FIRST = /^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?$/;
const EAST_ASIAN = /^(\d{4})\s?([年년])\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/;
const YEAR_LAST = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})$/;
const TWO_DIGITS = /^\d{1,2}\s?([/.-])\s?\d{1,2}\s?\1\s?\d{1,2}$/;

/** Words that stand in dates and say nothing. */
const FILLERS = new Set(['de', 'del', 'of', 'the', 'den', 'di', 'd', 'le', 'el', 'il', 'г']);
const NUMBER = /^(\d{1,4})(?:st|nd|rd|th|er|re|[eoaºª°])?$/i;

function isShort(number: string): boolean {
	return number.length <= 2;
}

/** The month that one or two words name, the other of which is the day of the week. */
function monthAmong(words: readonly string[]): number | undefined {
	const [one, other, ...more] = words;
	if (one === undefined || more.length > 0) return undefined;
	if (other === undefined) return monthOf(one);
	// "mar" is March in English and a Tuesday in French.
	const first = isWeekday(other) ? monthOf(one) : undefined;
	return first ?? (isWeekday(one) ? monthOf(other) : undefined);
}

function fromWords(text: string, time: ClockTime | undefined): DateReading {
	const numbers: string[] = [];
	const words: string[] = [];
	for (const piece of text.replace('-feira', 'feira').split(/[\s,./'’-]/)) {
		const number = NUMBER.exec(piece)?.[1];
		if (number !== undefined) numbers.push(number);
		else if (piece !== '' && !FILLERS.has(piece.toLowerCase())) words.push(piece);
	}
	const month = monthAmong(words);
	if (month === undefined || numbers.length !== 2) return { code: 'dateFormat' };
	numbers.sort((one, other) => one.length - other.length);
	const [day, year] = numbers as [string, string];
	if (isShort(year)) return { code: 'twoDigitYear' };
	if (!isShort(day) || year.length !== 4) return { code: 'dateFormat' };
	return { day: { year: Number(year), month, day: Number(day) }, time };
}

function orderedDay(match: RegExpExecArray, time: ClockTime | undefined): OrderedDay {
	const [, first, separator, second, year] = match;
	return {
		first: Number(first),
		second: Number(second),
		year: Number(year),
		separator: separator!,
		time,
	};
}

const ZERO = '0'.charCodeAt(0);
const HYPHEN = '-'.charCodeAt(0);

/** The number that digits of a text make, or NaN. */
function numberAt(text: string, start: number, end: number): number {
	let number = 0;
	for (let index = start; index < end; index++) {
		const digit = text.charCodeAt(index) - ZERO;
		number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
	}
	return number;
}

/** Reads YYYY-MM-DD alone, the quick way that most dates take: by hand, without a pattern. */
export function readIsoDay(text: string): CalendarDay | undefined {
	if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) {
		return undefined;
	}
	const day = {
		year: numberAt(text, 0, 4),
		month: numberAt(text, 5, 7),
		day: numberAt(text, 8, 10),
	};
	return Number.isNaN(day.year + day.month + day.day) ? undefined : day;
}

/** What is asked of a date besides that it can be read. */
export type Strictness = 'iso' | 'numbers' | 'any';

function readYearFirst(text: string, strictness: Strictness): CalendarDay | undefined {
	if (strictness === 'iso') return readIsoDay(text);
	const match = strictness === 'any' ? (YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text)) : null;
	if (match === null) return undefined;
	const [, year, , month, day] = match;
	return { year: Number(year), month: Number(month), day: Number(day) };
}

/**
 * Reads a date as people and programs write it. Nothing is guessed: which of two numbers is the month stays open.
 *
 * @param text at most `LONGEST_DATE` characters, without spaces around it
 * @param strictness `iso` knows YYYY-MM-DD, and `numbers` the forms with the year at the end; both leave the order open
 */
export function readDate(text: string, strictness: Strictness): DateReading {
	const { day, time } = splitTime(text);
	const slashed = YEAR_LAST.exec(day);
	if (slashed !== null) return orderedDay(slashed, time);
	const yearFirst = readYearFirst(day, strictness);
	if (yearFirst !== undefined) return { day: yearFirst, time };
	if (TWO_DIGITS.test(day)) return { code: 'twoDigitYear' };
	const named = fromWords(day, time);
	return strictness === 'any' || 'code' in named ? named : { code: 'dateFormat' };
}
