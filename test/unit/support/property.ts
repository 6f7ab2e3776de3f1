import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

/** Runs of each property; fewer where the tests run once for each of a thousand changes (test/mutation). */
export const RUNS = { numRuns: fc.readConfigureGlobal()?.numRuns ?? 1000 } as const;

/**
 * The same as `expect(actual).toEqual(expected)`, for the tens of thousands of comparisons of a property: Jest's `expect` takes
 * longer than most of what is compared, so it is only called where there is something to report.
 */
export function expectEqual(actual: unknown, expected: unknown): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

const SURROGATES = { first: 0xd800, count: 0x800 };

/** One character of all Unicode. fast-check's own `unit: 'binary'` first makes a list of them all, which takes 0.7 s. */
const anyCharacter: fc.Arbitrary<string> = fc
	.integer({ min: 0, max: 0x10ffff - SURROGATES.count })
	.map(
		(place) => String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count),
		(character) => {
			const code = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
			if (code < 0 || character !== String.fromCodePoint(code)) throw new Error('no character');
			return code < SURROGATES.first ? code : code - SURROGATES.count;
		},
	);

/** Text of any characters, and names of JavaScript's own properties now and then. */
export const anyText: fc.Arbitrary<string> = fc.string({ unit: anyCharacter });

/** Text that the text rule accepts: any Unicode but control characters, with tab, line feed and carriage return. */
export const acceptableText: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: anyCharacter },
			{ weight: 2, arbitrary: fc.constantFrom(',', '"', '\r', '\n', '\r\n', '\t', ' ', ';', "'") },
			{ weight: 2, arbitrary: fc.constantFrom('=', '+', '-', '@', '\u00a0', '\ufeff', '😀', 'é') },
		),
		{ maxLength: 12 },
	)
	.map((pieces) => pieces.join('').replace(/[^\P{Cc}\t\n\r]/gu, ''));

/** A day that exists, as [year, month, day], from 1900 until 2026-06-15. */
export const realDay: fc.Arbitrary<[number, number, number]> = fc
	.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2026, 5, 15) / 86_400_000 })
	.map((days) => {
		const date = new Date(days * 86_400_000);
		return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
	});
