/** Where the reading of CSV text stands. */
export interface RecordCount {
	/** Records that have ended; blank lines are none. */
	records: number;
	/** Lines that have ended, blank ones included; a line end inside quotes is none. */
	lines: number;
	/** Whether the text so far ends inside quotes. */
	quoted: boolean;
	/** Whether the current record has anything in it yet. */
	begun: boolean;
	/** The character before the current piece. */
	last: string;
	/** Where a quote would be the second half of an escaped one, counted from the start of the current piece. */
	reopensAt: number;
}

export function startCount(): RecordCount {
	return { records: 0, lines: 0, quoted: false, begun: false, last: '\n', reopensAt: -1 };
}

/** Whether a stretch of text is more than what may belong to a line end. */
function hasContent(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) if (text[at] !== '\r') return true;
	return false;
}

function passQuote(count: RecordCount, text: string, at: number): void {
	const before = at === 0 ? count.last : text[at - 1];
	if (count.quoted) {
		count.quoted = false;
		count.reopensAt = at + 1;
	} else {
		count.quoted = before === ',' || before === '\n' || at === count.reopensAt;
	}
}

function passLineEnd(count: RecordCount, text: string, start: number, at: number): void {
	if (count.begun || hasContent(text, start, at)) count.records++;
	count.lines++;
	count.begun = false;
}

/**
 * Counts the records of CSV text that arrives in pieces. A line end inside quotes does not end a record; as in RFC 4180,
 * quotes only open at the start of a cell.
 */
export function countRecords(count: RecordCount, text: string): void {
	let start = 0;
	let quote = text.indexOf('"');
	let newline = text.indexOf('\n');
	while (quote >= 0 || (newline >= 0 && !count.quoted)) {
		if (quote >= 0 && (count.quoted || newline < 0 || quote < newline)) {
			passQuote(count, text, quote);
			if (newline >= 0 && newline < quote) newline = text.indexOf('\n', quote);
			quote = text.indexOf('"', quote + 1);
		} else {
			passLineEnd(count, text, start, newline);
			start = newline + 1;
			newline = text.indexOf('\n', start);
		}
	}
	count.begun ||= hasContent(text, start, text.length);
	count.reopensAt -= text.length;
	count.last = text.at(-1) ?? count.last;
}

/** All records, once the whole text has been counted. */
export function totalOf({ records, begun }: RecordCount): number {
	return records + (begun ? 1 : 0);
}
