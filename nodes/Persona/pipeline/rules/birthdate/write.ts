import type { DateTime } from 'luxon';

import { dayOfInstant, exists, writeDay, type CalendarDay } from '../../days/calendar';
import type { ClockTime } from '../../days/clockTime';
import type { WarningCode } from '../codes';
import type { RuleContext } from '../context';
import type { Checked } from '../rule';

const EARLIEST_YEAR = 1900;
/** The last year that is written with four digits. */
const LATEST_YEAR = 9999;
/** Older than anybody whose age is known for certain, but for one. */
const LONGEST_LIFE = 120;
/** Days that systems write where they know none: what databases, spreadsheets and clocks count from, in UTC and west of it. */
const FILLER_DAYS = new Set(['1900-01-01', '1904-01-01', '1969-12-31', '1970-01-01']);

function warningOn(text: string, year: number, today: string): WarningCode | undefined {
	if (text === today || FILLER_DAYS.has(text)) return 'fillerDay';
	return year < Number(today.slice(0, 4)) - LONGEST_LIFE ? 'longAgo' : undefined;
}

/**
 * A day that exists, from 1900 until today, as Persona takes it.
 *
 * @param text how it is written, where that is known
 */
export function write(
	day: CalendarDay,
	{ today }: RuleContext,
	unusual?: WarningCode,
	text = writeDay(day),
): Checked {
	if (!exists(day)) return { code: 'impossibleDate' };
	if (day.year < EARLIEST_YEAR) return { code: 'dateTooEarly' };
	if (day.year > LATEST_YEAR || text > today) return { code: 'futureDate' };
	const warning = unusual ?? warningOn(text, day.year, today);
	return warning === undefined ? text : { text, warning };
}

/**
 * The day that an instant stands for.
 *
 * @param offset how far the zone in which the instant is written is ahead of UTC, in milliseconds
 */
export function writeInstant(
	instant: number,
	offset: number,
	context: RuleContext,
	unusual?: WarningCode,
): Checked {
	const day = dayOfInstant(instant, offset, context.timeZone);
	return write(day, context, unusual ?? (day.isUnsure ? 'timeOfDay' : undefined));
}

/** A day that is written with a time, see {@link dayOfInstant}. */
export function writeTimed(
	day: CalendarDay,
	time: ClockTime | undefined,
	context: RuleContext,
): Checked {
	if (time === undefined || time.sinceMidnight === 0 || !exists(day)) return write(day, context);
	if (time.offset === undefined || day.year < EARLIEST_YEAR - 1) {
		return write(day, context, 'timeOfDay');
	}
	const midnight = Date.UTC(day.year, day.month - 1, day.day);
	return writeInstant(midnight + time.sinceMidnight - time.offset, time.offset, context);
}

/** What Luxon has read. */
export function writeLuxon(value: DateTime, context: RuleContext): Checked {
	// One that is not valid is no number, and so no day.
	return writeInstant(Number(value), Math.round(value.offset * 60_000), context);
}
