import { writeDay } from './calendar';

function isAbsent(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}

function fromParts(parts: Record<string, unknown>): string | undefined {
	const { year, month, day } = parts;
	const written = [year, month, day];
	// Stripe writes an absent date as three times null.
	if ('year' in parts && 'day' in parts && written.every(isAbsent)) return '';
	const isWhole = written.every((part) => {
		return /^(?:number|string)$/.test(typeof part) && /^0?[1-9]\d{0,3}$/.test(String(part));
	});
	if (!isWhole || Number(year) < 1000) return undefined;
	return writeDay({ year: Number(year), month: Number(month), day: Number(day) });
}

/**
 * Takes a date out of the object that it comes in: `{ start, end: null }` as Notion's, alone or as `{ date: { … } }`,
 * `{ $date }` as MongoDB's, `{ value }` as BigQuery's, `{ year, month, day }` as Google's and Jotform's.
 *
 * @returns the value itself where it is none of these
 */
export function unwrapDay(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const object = value as Record<string, unknown>;
	if ('date' in object) {
		const { date } = object;
		return typeof date === 'object' && date !== null && !('date' in date) ? unwrapDay(date) : date;
	}
	if ('$date' in object) return object.$date;
	if (typeof object.value === 'string') return object.value;
	if ('start' in object) {
		return isAbsent(object.end) || object.end === object.start ? object.start : value;
	}
	return fromParts(object) ?? value;
}
