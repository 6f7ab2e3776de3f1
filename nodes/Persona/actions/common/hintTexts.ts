import type { ImporterCounts } from '../../pipeline/importer';

/** Longest text that n8n shows whole. */
const LONGEST_HINT = 120;

export const NOTHING_TO_IMPORT = 'There was no row to import, so nothing was sent';

export function plural(count: number, singular: string, many = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : many}`;
}

export function cut(text: string): string {
	return text.length <= LONGEST_HINT
		? text
		: `${text
				.slice(0, LONGEST_HINT - 1)
				.toWellFormed()
				.replace(/\ufffd$/, '')}…`;
}

/** A moment as people write it, such as 2026-11-26 18:24, in a time zone. */
export function asTime(moment: string, timeZone: string): string {
	const format = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
	return new Intl.DateTimeFormat('sv-SE', format).format(new Date(moment));
}

export function sumOf(counts: readonly ImporterCounts[], name: keyof ImporterCounts): number {
	return counts.reduce((total, count) => total + count[name], 0);
}

export function countsText(counts: readonly ImporterCounts[]): string {
	const successful = `${sumOf(counts, 'successful')} successful`;
	return `${successful}, ${plural(sumOf(counts, 'duplicate'), 'duplicate')}`;
}
