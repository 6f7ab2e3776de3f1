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
