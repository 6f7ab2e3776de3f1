import fc from 'fast-check';

import { fold } from '../../../../nodes/Persona/transport/folding';
import { findIn, redact } from '../../../../nodes/Persona/transport/redact';
import { RUNS } from '../../support/property';

/** What shows that something of a row is left: it is in every value, and in no text around them. */
const MARKER = 'zqxj';

const cell = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 3, maxLength: 12 }),
	fc.stringMatching(/^[A-Za-zİıßΣςſK .$\\^*'"-]{3,10}$/),
	fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', 'İ', 'Σ', '(', '$'), minLength: 3 }),
);
const markedCell = fc
	.tuple(
		fc.string({ unit: 'grapheme', maxLength: 4 }),
		fc.constantFrom('', ' ', '-', "'", 'é', 'ß'),
	)
	.map(([before, joint]) => `${before}${joint}${MARKER}${joint}${before}`);

/** The same value as Persona may write it. */
const spelling = fc.constantFrom<(text: string) => string>(
	(text) => text,
	(text) => text.toLowerCase(),
	(text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
	(text) => text.normalize('NFD'),
	(text) => text.normalize('NFC'),
	(text) => text.normalize('NFKC'),
	(text) => text.replace(/'/g, '’').replace(/"/g, '”'),
	(text) => text.replace(/-/g, '–').replace(/ /g, '\u00a0'),
	(text) => text.replace(/ß/g, 'SS'),
);
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const around = fc.string({ unit: 'grapheme', maxLength: 5 });

test('property: nothing is left of any value of three characters or more', () => {
	const piece = fc.tuple(cell, spelling, around);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
			const text = pieces.map(([value, spell, between]) => between + spell(value)).join('');
			const clean = redact(
				text,
				pieces.map(([value]) => value),
			);
			for (const [value, spell] of pieces) {
				const spelled = tidy(spell(value));
				if (tidy(value).length >= 3 && fold(value).trim().length >= 3) {
					expect(clean).not.toContain(spelled);
				}
			}
		}),
		RUNS,
	);
});

test('property: no marker of any row is left, however it is spelled and whatever stands around it', () => {
	const piece = fc.tuple(markedCell, spelling, around);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
			const text = pieces.map(([value, spell, between]) => between + spell(value)).join('');
			const values = pieces.map(([value]) => value);
			const clean = redact(text, values);
			expect(fold(clean)).not.toContain(MARKER);
			// What the quick look finds is enough to mask it.
			const isRepeated = findIn([text]);
			expect(redact(text, values.filter(isRepeated))).toBe(clean);
		}),
		RUNS,
	);
});
