import { DateTime } from 'luxon';

import type { Checked, RuleContext } from './rule';
import { checkTrimmedText, isDate } from './text';

interface CalendarDay {
	year: number;
	month: number;
	day: number;
}

type Read = CalendarDay | { code: 'dateFormat' | 'twoDigitYear' | 'impossibleDate' };

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:[.,]\\d+)?)?';
const ZONE = '(?:Z|[+-]\\d{2}(?::?\\d{2})?)';
const ISO = new RegExp(`^\\d{4}-\\d{2}-\\d{2}(?:[T ]${TIME}\\s?${ZONE}?)?$`, 'i');

const EARLIEST_YEAR = 1900;
/** The last year that is written with four digits. */
const LATEST_YEAR = 9999;
const FEBRUARY = 2;
const DAYS_IN_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MILLISECONDS_A_DAY = 86_400_000;
/** The day that spreadsheets count from. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 31);
/** Spreadsheets hold 1900 for a leap year, so 60 is a day that never was and later serials are one too high. */
const SERIAL_OF_29_FEBRUARY_1900 = 60;

function fromParts(year: string, month: string, day: string): Read {
	if (year.length === 2) return { code: 'twoDigitYear' };
	return { year: Number(year), month: Number(month), day: Number(day) };
}

/** The day as written: a time behind it is dropped without looking at its zone, so that no day shifts. */
function readIso(text: string): Read {
	if (ISO.test(text)) {
		return {
			year: Number(text.slice(0, 4)),
			month: Number(text.slice(5, 7)),
			day: Number(text.slice(8, 10)),
		};
	}
	return { code: /^\d{2}-\d{1,2}-\d{1,2}$/.test(text) ? 'twoDigitYear' : 'dateFormat' };
}

function readSlashed(text: string, order: 'us' | 'eu'): Read {
	const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
	if (!match) return { code: 'dateFormat' };
	const [first, second, year] = [match[1]!, match[3]!, match[4]!];
	return order === 'us' ? fromParts(year, first, second) : fromParts(year, second, first);
}

function readSerial(text: string): Read {
	if (!/^\d{1,6}(?:[.,]\d+)?$/.test(text)) return { code: 'dateFormat' };
	const serial = Math.floor(Number(text.replace(',', '.')));
	if (serial === SERIAL_OF_29_FEBRUARY_1900) return { code: 'impossibleDate' };
	const days = serial > SERIAL_OF_29_FEBRUARY_1900 ? serial - 1 : serial;
	return dayOf(new Date(SERIAL_EPOCH + days * MILLISECONDS_A_DAY));
}

function readCustom(text: string, tokens: string): Read {
	let parsed: DateTime;
	try {
		parsed = DateTime.fromFormat(text, tokens, { zone: 'utc', locale: 'en-US', setZone: true });
	} catch {
		// Tokens that contradict each other, such as HH with a, make Luxon throw.
		return { code: 'dateFormat' };
	}
	if (!parsed.isValid) {
		return { code: parsed.invalidReason === 'unit out of range' ? 'impossibleDate' : 'dateFormat' };
	}
	return { year: parsed.year, month: parsed.month, day: parsed.day };
}

function dayOf(date: Date): CalendarDay {
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function readText(text: string, context: RuleContext): Read {
	switch (context.birthdateFormat) {
		case 'us':
		case 'eu':
			return readSlashed(text, context.birthdateFormat);
		case 'excelSerial':
			return readSerial(text);
		case 'custom':
			return readCustom(text, context.birthdateCustomFormat);
		default:
			return readIso(text);
	}
}

function daysIn(year: number, month: number): number {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === FEBRUARY && isLeap ? 29 : (DAYS_IN_MONTHS[month - 1] ?? 0);
}

// Without Date objects, which would be half of the time that checking a row takes.
function write(read: Read, today: string): Checked {
	if ('code' in read) return read;
	const { year, month, day } = read;
	if (!(day >= 1 && day <= daysIn(year, month))) return { code: 'impossibleDate' };
	if (year < EARLIEST_YEAR) return { code: 'dateTooEarly' };
	if (year > LATEST_YEAR) return { code: 'futureDate' };
	const text = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
	return text > today ? { code: 'futureDate' } : text;
}

/**
 * A day that exists, from 1900 until today, written as YYYY-MM-DD.
 *
 * Date objects count by their UTC day, which is the one n8n shows; Luxon objects by the day in their own zone.
 * Source of the form: `birthdate` in Persona's OpenAPI, `paths/accounts.yaml`.
 */
export function checkBirthdate(value: unknown, context: RuleContext): Checked {
	if (isDate(value)) {
		return Number.isNaN(value.getTime())
			? { code: 'impossibleDate' }
			: write(dayOf(value), context.today);
	}
	if (DateTime.isDateTime(value)) {
		return value.isValid ? write(value, context.today) : { code: 'impossibleDate' };
	}
	const isSerial = typeof value === 'number' && context.birthdateFormat === 'excelSerial';
	// The fraction is a time of day; most have more digits than a number may have elsewhere.
	const text = checkTrimmedText(isSerial ? Math.floor(value) : value);
	if (typeof text !== 'string') {
		return text.code === 'impreciseNumber' ? { code: 'dateFormat' } : text;
	}
	if (text === '') return text;
	if (typeof value === 'number' && !isSerial) return { code: 'dateNumber' };
	const written = write(readText(text, context), context.today);
	return written === text ? text : written;
}
