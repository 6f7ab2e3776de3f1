import fc from 'fast-check';

/** Runs of each property. */
export const RUNS = { numRuns: 1000 } as const;

/** Text that the text rule accepts: any Unicode but control characters, with tab, line feed and carriage return. */
export const acceptableText: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
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
