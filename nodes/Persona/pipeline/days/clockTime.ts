/** What stands after a day: milliseconds since its midnight and, where it names a zone, how far that is ahead of UTC. */
export interface ClockTime {
	sinceMidnight: number;
	/** In milliseconds; undefined without a zone. */
	offset?: number;
}

/** A text cut into its day and the time after it. */
export interface DayAndTime {
	day: string;
	time?: ClockTime;
}

const MINUTE = 60_000;

const SEPARATED = '(?:[Tt]|,?\\s+(?:at\\s+|klo\\s+|um\\s+)?)';
const CLOCK = '(\\d{1,2})([:.])([0-5]\\d)(?:\\2([0-5]\\d|60)(?:[.,](\\d{1,9}))?)?';
const HALF = '(?:\\s?([AaPp])\\.?\\s?[Mm]\\.?)?';
const ZONE = '(?:\\s?(Z|z|(?:UTC|GMT|UT)?(?:[+-]\\d{2}(?::?\\d{2})?)|UTC|GMT|UT))?';
/** What Java and JavaScript add to say the zone by name. */
const NAMED = '(?:\\s?(?:\\[[\\w/+-]+\\]|\\([^()]*\\)))?';
const TIME = new RegExp(`${SEPARATED}${CLOCK}${HALF}${ZONE}${NAMED}$`);

function offsetOf(zone: string): number {
	const match = /([+-])(\d{2}):?(\d{2})?/.exec(zone);
	if (match === null) return 0;
	const [, sign, hours, minutes] = match;
	const size = (Number(hours) * 60 + Number(minutes ?? 0)) * MINUTE;
	return sign === '-' ? -size : size;
}

/** The hour of the day, or undefined where there is no such hour. */
function hourOf(written: string, half: string | undefined): number | undefined {
	const hour = Number(written);
	if (half === undefined) return hour < 24 ? hour : undefined;
	if (hour > 12) return undefined;
	return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/**
 * Cuts off a time after a day, as databases, spreadsheets and programs write it: `T00:00:00.000Z`, ` 12:00:00 AM`, ` 0.00`,
 * ` 00:00:00 GMT+0200 (Central European Summer Time)`.
 *
 * @returns the text as it is where no time is found, or where it is longer than {@link LONGEST_DATE}
 */
export function splitTime(text: string): DayAndTime {
	if (text.length <= LONGEST_DAY || text.length > LONGEST_DATE) return { day: text };
	const match = TIME.exec(text);
	if (match === null) return { day: text };
	const [all, written, separator, minutes, seconds = '0', fraction = '', half, zone] = match;
	const hour = hourOf(written!, half);
	const isIso = /^t/i.test(all);
	const isOdd = isIso && (written!.length === 1 || separator === '.');
	if (hour === undefined || isOdd) return { day: text };
	// A leap second belongs to the day that it ends.
	const second = Math.min(Number(`${seconds}.${fraction}`), 59.999);
	const sinceMidnight = Math.floor((hour * 60 + Number(minutes)) * MINUTE + second * 1000);
	const time = zone === undefined ? { sinceMidnight } : { sinceMidnight, offset: offsetOf(zone) };
	return { day: text.slice(0, match.index), time };
}

/** No day with a time after it is as short as this. */
const LONGEST_DAY = '1990-01-01'.length;

/** Longer than any date that people or programs write; what is longer is none, so that no pattern runs over long text. */
export const LONGEST_DATE = 100;
