import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import {
	countRecords,
	startCount,
	totalOf,
} from '../../../../nodes/Persona/pipeline/csvFile/records';
import { RUNS } from '../../support/property';

/** Text of pieces that matter to CSV, cut at any places. */
const cutText = fc
	.tuple(
		fc.array(fc.constantFrom('a', 'b ', ',', '"', '""', '\r\n', '\n', '\r', '山'), {
			maxLength: 24,
		}),
		fc.array(fc.nat(40), { maxLength: 6 }),
	)
	.map(([parts, places]) => {
		const text = parts.join('');
		const cuts = [...new Set(places.filter((place) => place < text.length))].sort((a, b) => a - b);
		return [0, ...cuts].map((from, index) => text.slice(from, cuts[index]));
	});

function count(pieces: string[]) {
	const state = startCount();
	for (const piece of pieces) countRecords(state, piece);
	return { total: totalOf(state), quoted: state.quoted, lines: state.lines };
}

/** Records as csv-parse sees them; undefined where it does not take the text for CSV. */
function parsed(text: string): number | undefined {
	try {
		const options = { record_delimiter: ['\r\n', '\n'], relax_column_count: true };
		const records = parse(text, { ...options, skip_empty_lines: true, relax_quotes: true });
		return records.length;
	} catch {
		return undefined;
	}
}

it('makes no difference where the text is cut', () => {
	fc.assert(
		fc.property(cutText, (pieces) => {
			expect(count(pieces)).toEqual(count([pieces.join('')]));
		}),
		RUNS,
	);
});

it('counts what csv-parse counts, wherever csv-parse takes the text', () => {
	let compared = 0;
	fc.assert(
		fc.property(cutText, (pieces) => {
			const expected = parsed(pieces.join(''));
			fc.pre(expected !== undefined && !/[^,\n]\r?"|\r(?!\n)/.test(pieces.join('')));
			compared++;
			expect(count(pieces)).toMatchObject({ total: expected, quoted: false });
		}),
		RUNS,
	);
	expect(compared).toBe(RUNS.numRuns);
});

it.each([
	['', 0],
	['\n\r\n\n', 0],
	['a', 1],
	['a\n', 1],
	['a\n\nb', 2],
	['""', 1],
	['""\n', 1],
	['"a""\n""b"\nc', 2],
	['a"b\nc"d\n', 2],
	[',\n', 1],
	['\r', 0],
])('%j holds %i records', (text, records) => {
	expect(count([text]).total).toBe(records);
	expect(count([...text]).total).toBe(records);
});

it('tells when a quote stays open, and on which line', () => {
	expect(count(['a\n\n"b\nc'])).toEqual({ total: 2, quoted: true, lines: 2 });
	expect(count(['a\n"b""', '"\n'])).toMatchObject({ quoted: false });
	expect(count(['a\n"b""', '\n'])).toMatchObject({ quoted: true });
});
