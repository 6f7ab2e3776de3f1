import { DateTime } from 'luxon';

import { exists } from '../../days/calendar';
import { dayIn, orderEvidence, otherOrder, type OrderEvidence } from '../../days/order';
import { readIsoDay, type OrderedDay } from '../../days/readDate';
import { unwrapDay } from '../../days/shapes';
import { chosenOrder } from '../codes';
import type { RuleContext } from '../context';
import { settlePlaceholder } from '../placeholders';
import type { Checked } from '../rule';
import { checkTrimmedText, isDate } from '../text';
import { isUnread, readText, type BirthdateReading } from './formats';
import { write, writeInstant, writeLuxon, writeTimed } from './write';

/** Names what no format could read. */
function nameUnread(text: string, context: RuleContext): Checked {
	const code = context.birthdateFormat === 'detect' ? 'dateNotDetected' : 'dateFormat';
	return settlePlaceholder(text, context) ?? { code };
}

/** Whether fractions of numbers are times of day, most with more digits than a number may have elsewhere. */
function hasFractions({ birthdateFormat }: RuleContext): boolean {
	return ['excelSerial', 'unixMilliseconds', 'unixSeconds'].includes(birthdateFormat);
}

/**
 * Reads a birthdate as far as that can be done without the other rows.
 *
 * A Date or a time with a zone counts by {@link dayOfInstant}; a time without a zone is dropped.
 * Source of the form: `birthdate` in Persona's OpenAPI, `paths/accounts.yaml`.
 */
export function readBirthdate(came: unknown, context: RuleContext): BirthdateReading {
	const { birthdateFormat: format } = context;
	const value = DateTime.isDateTime(came) ? came : unwrapDay(came);
	if (typeof value === 'string' && (format === 'iso' || format === 'detect')) {
		const iso = readIsoDay(value);
		if (iso !== undefined) return write(iso, context, undefined, value);
	}
	if (isDate(value)) return writeInstant(value.getTime(), 0, context);
	if (DateTime.isDateTime(value)) return writeLuxon(value, context);
	const isFraction = typeof value === 'number' && hasFractions(context) && !Number.isInteger(value);
	const text = checkTrimmedText(isFraction ? Math.floor(value) : value);
	if (typeof text !== 'string') {
		return text.code === 'impreciseNumber' ? nameUnread('', context) : text;
	}
	if (text === '') return text;
	const read = readText(text, context);
	return isUnread(read) ? nameUnread(text, context) : read;
}

/**
 * Decides a birthdate whose order of day and month was left open.
 *
 * @param evidence of all dates of the column
 */
export function settleBirthdate(
	ordered: OrderedDay,
	evidence: OrderEvidence,
	context: RuleContext,
): Checked {
	const isNoDay = !exists(dayIn('us', ordered)) && !exists(dayIn('eu', ordered));
	if (isNoDay) return { code: 'impossibleDate' };
	const chosen = chosenOrder(context);
	if (chosen !== undefined) {
		if (evidence.hasOnly(otherOrder(chosen))) {
			return { code: evidence.hasOnly(chosen) ? 'dateOrderMixed' : 'dateOrderWrong' };
		}
		return writeTimed(dayIn(chosen, ordered), ordered.time, context);
	}
	const verdict = evidence.verdictOn(ordered);
	if (context.birthdateFormat !== 'detect') {
		const fitting = { us: 'dateFormatMonthFirst', eu: 'dateFormatDayFirst' } as const;
		return { code: verdict === 'us' || verdict === 'eu' ? fitting[verdict] : 'dateFormat' };
	}
	if (ordered.first === ordered.second)
		return writeTimed(dayIn('us', ordered), ordered.time, context);
	if (verdict === 'mixed') return { code: 'dateOrderMixed' };
	if (verdict === 'unknown') return { code: 'dateOrderUnknown' };
	return writeTimed(dayIn(verdict, ordered), ordered.time, context);
}

/** Whether a birthdate waits for the other rows. */
export function isOrdered(reading: BirthdateReading): reading is OrderedDay {
	return typeof reading === 'object' && 'first' in reading;
}

/** A birthdate as the only one of its column. */
export function checkBirthdate(value: unknown, context: RuleContext): Checked {
	const read = readBirthdate(value, context);
	if (!isOrdered(read)) return read;
	const evidence = orderEvidence();
	evidence.add(read);
	return settleBirthdate(read, evidence, context);
}
