import fc from 'fast-check';
import { DateTime } from 'luxon';

import { expectEqual, RUNS } from '../../support/property';
import { days, iso, outcomes } from './support';

/** Languages whose short names of months are words, and are no other month in another language. */
const SHORT = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb'];
const LANGUAGES = [...SHORT, 'fi', 'cs', 'tr', 'ro', 'ru', 'hu'];

test.each([
	...LANGUAGES.map((locale) => [locale, 'd MMMM yyyy'] as const),
	...SHORT.map((locale) => [locale, 'd. MMM yyyy'] as const),
	...LANGUAGES.map((locale) => [locale, 'cccc d MMMM yyyy'] as const),
])('property: months by their names in %s, as %s', async (locale, form) => {
	await fc.assert(
		fc.asyncProperty(days, async (some) => {
			const texts = some.map((day) =>
				DateTime.utc(...day)
					.setLocale(locale)
					.toFormat(form),
			);
			const seen = some.map((day) => [iso(day)]);
			expectEqual({ texts, seen: await outcomes(texts) }, { texts, seen });
		}),
		{ numRuns: RUNS.numRuns / 10 },
	);
});

test('a month that is another one in another language is not guessed', async () => {
	expect(await outcomes(['1 listopad 1990', '1 listopada 1990', '1 stycznia 1990'])).toEqual([
		['dateNotDetected'],
		['dateNotDetected'],
		['1990-01-01'],
	]);
});
