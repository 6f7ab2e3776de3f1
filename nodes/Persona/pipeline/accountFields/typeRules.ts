import { DateTime } from 'luxon';

import { dayOfInstant, writeDay } from '../days/calendar';
import { splitTime } from '../days/clockTime';
import type { FieldSpec } from './schema';

/** A checked cell in the form that its field takes, or what is wrong with it: a code and a sentence. */
export type Typed = string | readonly [code: string, message: string];

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function asNumber(cell: string, { type, least = -Infinity, most = Infinity }: FieldSpec): Typed {
	const value = DECIMAL.test(cell) ? Number(cell) : NaN;
	if (!Number.isFinite(value)) return ['number', 'is not a number in digits with a decimal point'];
	if (type === 'integer' && !Number.isSafeInteger(value))
		return ['integer', 'is not a whole number'];
	if (type === 'integer' && /^\d{1,3}\.\d{3}$/.test(cell))
		return ['integer', 'has a point that may also separate thousands; write it without the point'];
	if (Number.isInteger(value) && !Number.isSafeInteger(value))
		return ['number', 'has more digits than a number can hold'];
	if (value < least) return ['range', `is less than ${least}, the least that the field takes`];
	return value > most
		? ['range', `is more than ${most}, the most that the field takes`]
		: String(value);
}

const BOOLEANS = new Map([
	...['true', 'yes', 'y', 't', '1', 'on'].map((text) => [text, 'true'] as const),
	...['false', 'no', 'n', 'f', '0', 'off'].map((text) => [text, 'false'] as const),
]);

function asBoolean(cell: string): Typed {
	return BOOLEANS.get(cell.toLowerCase()) ?? ['boolean', 'is neither true or yes nor false or no'];
}

/** The day of a moment that is midnight somewhere that counts, see {@link dayOfInstant}; else the day as it is written. */
function dayIn(cell: string, written: string, timeZone: string): string {
	const { time } = splitTime(cell);
	if (time?.offset === undefined) return written;
	const instant = Date.parse(written) + time.sinceMidnight - time.offset;
	const { isUnsure, ...day } = dayOfInstant(instant, time.offset, timeZone);
	return isUnsure ? written : writeDay(day);
}

function asDate(cell: string, { earliest = '', latest = '9999' }: FieldSpec, zone: string): Typed {
	const written = cell.slice(0, 'YYYY-MM-DD'.length);
	const form = /^[1-9]\d{3}-\d{2}-\d{2}(?:$|[T ]\d{1,2}[:.]\d\d(?!.*\d{4}-))/;
	const isDay = form.test(cell) && DateTime.fromISO(written).isValid;
	if (!isDay) return ['date', 'is not a day written as YYYY-MM-DD'];
	const day = dayIn(cell, written, zone);
	if (day < earliest) return ['range', `is before ${earliest}, the first day that the field takes`];
	return day > latest ? ['range', `is after ${latest}, the last day that the field takes`] : day;
}

function asMoment(cell: string): Typed {
	const text = cell.replace(' ', 'T');
	const hasZone = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text);
	return hasZone && DateTime.fromISO(text).isValid
		? text
		: ['datetime', 'is not a time with a time zone, such as 2026-01-31T09:30:00Z'];
}

/** Case, accents, and what stands between two words make no difference; A+, A- and A are three choices. */
function foldChoice(text: string): string {
	const folded = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
	return folded.replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '');
}

/** A choice by its value or its label; undefined for none. */
function choiceFor(text: string, { choices = [] }: FieldSpec): string | undefined {
	const exact =
		choices.find(({ value }) => value === text) ?? choices.find(({ label }) => label === text);
	if (exact !== undefined) return exact.value;
	const wanted = foldChoice(text);
	const [found, another] = choices.filter(
		({ value, label }) => foldChoice(value) === wanted || foldChoice(label) === wanted,
	);
	return another === undefined ? found?.value : undefined;
}

const NO_CHOICE = ['choice', 'is none of the choices that the field has'] as const;

/** The texts of a list that is written as JSON. */
function listIn(cell: string): string[] | undefined {
	try {
		return (JSON.parse(cell) as unknown[]).map(String);
	} catch {
		return undefined;
	}
}

function asChoices(cell: string, spec: FieldSpec): Typed {
	const list = listIn(cell);
	const single = list === undefined ? choiceFor(cell, spec) : undefined;
	const wanted = (list ?? cell.split(/[,;|\n]/))
		.map((text) => text.trim())
		.filter((text) => text !== '');
	const found = single === undefined ? wanted.map((text) => choiceFor(text, spec)) : [single];
	return found.every((choice) => choice !== undefined)
		? JSON.stringify([...new Set(found)])
		: NO_CHOICE;
}

function asString(cell: string, { longest = Infinity }: FieldSpec): Typed {
	return cell.length <= longest
		? cell
		: ['tooLong', `is longer than the ${longest} characters that the field takes`];
}

/** The check of each type that a flat row can hold; `email-address` is left to Persona. */
export const BY_TYPE: Readonly<
	Record<string, (cell: string, spec: FieldSpec, timeZone: string) => Typed>
> = {
	string: asString,
	number: asNumber,
	integer: asNumber,
	boolean: asBoolean,
	date: asDate,
	datetime: asMoment,
	choices: (cell, spec) => choiceFor(cell, spec) ?? NO_CHOICE,
	'multi-choices': asChoices,
};
