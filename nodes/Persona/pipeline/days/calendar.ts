import { IANAZone } from 'luxon';

/** A day as somebody wrote it; it need not exist. Months from 1 to 12. */
export interface CalendarDay {
	year: number;
	month: number;
	day: number;
}

export const MILLISECONDS_A_DAY = 86_400_000;

const FEBRUARY = 2;
const DAYS_IN_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === FEBRUARY && isLeap ? 29 : (DAYS_IN_MONTHS[month - 1] ?? 0);
}

/** Whether the calendar has this day. */
export function exists({ year, month, day }: CalendarDay): boolean {
	return day >= 1 && day <= daysIn(year, month);
}

/** The day at a place whose clocks are `offset` milliseconds ahead of UTC. */
export function dayAt(instant: number, offset = 0): CalendarDay {
	const date = new Date(instant + offset);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** As YYYY-MM-DD, for years with four digits. Without Date objects, which would be half of the time that a row takes. */
export function writeDay({ year, month, day }: CalendarDay): string {
	return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

const MINUTE = 60_000;
/** Longer than clocks were ever set forward at once in a place where the day stayed the same. */
const BEFORE_A_CHANGE = 3 * 60 * MINUTE;

/** What day an instant stands for, and whether that is taken as written although the time says that it may be another. */
export interface DayOfInstant extends CalendarDay {
	isUnsure: boolean;
}

/** How far a zone's clocks are ahead of UTC, in milliseconds; NaN for a zone that does not exist. */
function offsetIn(zone: IANAZone, instant: number): number {
	return Math.round(zone.offset(instant) * MINUTE);
}

function isMidnight(local: number): boolean {
	return local % MILLISECONDS_A_DAY === 0;
}

/** The day that begins in a zone at an instant, or undefined where none begins. */
function dayThatBegins(instant: number, zoneName: string): CalendarDay | undefined {
	const zone = IANAZone.create(zoneName);
	const offset = offsetIn(zone, instant);
	if (isMidnight(instant + offset)) return dayAt(instant, offset);
	// Where clocks are set forward at midnight there is none: programs then say 1:00, which was 0:00 by the clocks before.
	const before = offsetIn(zone, instant - BEFORE_A_CHANGE);
	const isSkipped = before < offset && isMidnight(instant + before);
	return isSkipped ? dayAt(instant, offset) : undefined;
}

/**
 * Finds the day that an instant stands for: what it is as written, if it is midnight there or in UTC; the day that begins in
 * the workflow's time zone, if it is midnight there. That is how databases hand on days without a time.
 *
 * @param instant in milliseconds since 1970
 * @param offset how far the zone in which it is written is ahead of UTC, in milliseconds
 * @param timeZone the workflow's, by its IANA name
 */
export function dayOfInstant(instant: number, offset: number, timeZone: string): DayOfInstant {
	const written = dayAt(instant, offset);
	if (isMidnight(instant + offset)) return { ...written, isUnsure: false };
	const local = dayThatBegins(instant, timeZone);
	if (local !== undefined) return { ...local, isUnsure: false };
	// Midnight in UTC that was shown in another zone, as a conversion of a day without a time does it.
	if (isMidnight(instant)) return { ...dayAt(instant), isUnsure: true };
	return { ...written, isUnsure: true };
}
