import { DateTime } from 'luxon';

import { LONGEST_DATE, splitTime } from '../../days/clockTime';
import { inEnglish } from '../../days/monthNames';
import {
	codeOfNumber,
	dayOfSerial,
	FEW_MILLISECONDS,
	instantOfCount,
	isNumber,
	isYear,
} from '../../days/numbers';
import { readDate, type OrderedDay } from '../../days/readDate';
import { chosenOrder } from '../codes';
import type { RuleContext } from '../context';
import type { Checked } from '../rule';
import { write, writeInstant, writeLuxon, writeTimed } from './write';

/** What a value is: finished, or a day whose order all the dates of the column decide. */
export type BirthdateReading = Checked | OrderedDay;

function readCustom(text: string, context: RuleContext): Checked {
	const pattern = context.birthdateCustomFormat;
	const parse = (written: string): DateTime | undefined => {
		try {
			return DateTime.fromFormat(written, pattern, { zone: 'utc', locale: 'en-US', setZone: true });
		} catch {
			// Tokens that contradict each other, such as HH with a, make Luxon throw.
			return undefined;
		}
	};
	const parsed = parse(text);
	if (parsed?.isValid === true) return writeLuxon(parsed, context);
	if (parsed?.invalidReason === 'unit out of range') return { code: 'impossibleDate' };
	const { day, time } = splitTime(text);
	const other = parse(inEnglish(day, /[ML]{4}/.test(pattern)));
	if (other?.isValid === true) return writeTimed(other, time, context);
	const isImpossible = other?.invalidReason === 'unit out of range';
	return { code: isImpossible ? 'impossibleDate' : 'dateFormat' };
}

function readSerial(text: string, context: RuleContext): Checked | undefined {
	const day = dayOfSerial(text);
	if (day === undefined) return undefined;
	return day === null ? { code: 'impossibleDate' } : write(day, context);
}

function readMilliseconds(text: string, context: RuleContext): Checked {
	const instant = instantOfCount(text, 1);
	const isFew = Math.abs(instant) < FEW_MILLISECONDS && instant !== 0;
	return writeInstant(instant, 0, context, isFew ? 'earlyIn1970' : undefined);
}

function readSeconds(text: string, context: RuleContext): Checked {
	return writeInstant(instantOfCount(text, 1000), 0, context);
}

type NumberReader = (text: string, context: RuleContext) => Checked | undefined;

/** The formats for numbers. */
const NUMBER_READERS: Partial<Record<RuleContext['birthdateFormat'], NumberReader>> = {
	excelSerial: readSerial,
	unixMilliseconds: readMilliseconds,
	unixSeconds: readSeconds,
};

function readNumber(text: string, context: RuleContext): Checked {
	if (isYear(text, context.today)) return { code: 'yearAlone' };
	const code = codeOfNumber(text, context.today);
	// As seconds, it would be a day in 1970.
	const read =
		code === 'dateWithoutSeparators'
			? undefined
			: NUMBER_READERS[context.birthdateFormat]?.(text, context);
	if (read !== undefined) return read;
	const isAsked = code === 'dateNumber' && context.birthdateFormat === 'excelSerial';
	return { code: isAsked ? 'dateFormat' : code };
}

/** Reads text in the format that is set; what it cannot read has the code `dateFormat`. */
export function readText(text: string, context: RuleContext): BirthdateReading {
	if (text.length > LONGEST_DATE) return { code: 'dateFormat' };
	const { birthdateFormat: format } = context;
	if (format === 'custom' && chosenOrder(context) === undefined) {
		const custom = readCustom(text, context);
		if (!isUnread(custom)) return custom;
	}
	if (isNumber(text)) return readNumber(text, context);
	const strictness = format === 'detect' ? 'any' : format === 'iso' ? 'iso' : 'numbers';
	const read = readDate(text, strictness);
	return 'day' in read ? writeTimed(read.day, read.time, context) : read;
}

/** Whether text was not read at all. */
export function isUnread(reading: BirthdateReading): boolean {
	return typeof reading === 'object' && 'code' in reading && reading.code === 'dateFormat';
}
