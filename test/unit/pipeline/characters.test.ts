import fc from 'fast-check';

import {
	ACCENTED,
	BEYOND,
	DIGIT,
	hasOnly,
	HYPHEN,
	kindsIn,
	LETTER,
	LETTER_N,
	MARK,
	OPERATOR,
	OTHER,
	SPACE,
} from '../../../nodes/Persona/pipeline/characters';

const PATTERNS: readonly [number, RegExp][] = [
	[LETTER, /[A-MO-Za-mo-z]/],
	[LETTER_N, /[Nn]/],
	[DIGIT, /[0-9]/],
	[SPACE, / /],
	[HYPHEN, /-/],
	[MARK, /[.']/],
	[OPERATOR, /[,+=]/],
	[OTHER, /[!-&(-*/:-<>-@[-`{-~]/],
	[ACCENTED, /[\u00c0-\u017f]/],
	[BEYOND, /[^ -~\u00c0-\u017f]/],
];

const texts = fc.string({
	unit: fc.oneof(
		fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
		fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
		fc.constantFrom('\u007f', '\u00bf', '\u00c0', '\u017f', '\u0180', '\u001f'),
	),
});

describe('kinds of characters', () => {
	test('every character has one kind', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const expected = PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
				return kindsIn(text) === expected.reduce((sum, kind) => sum | kind, 0);
			}),
		);
	});

	test.each([
		['', DIGIT, true],
		['12', DIGIT, true],
		['1-2', DIGIT, false],
		['1-2', DIGIT | HYPHEN, true],
		['é', ~BEYOND, true],
		['é\n', ~BEYOND, false],
	])('%j has only %d: %p', (text, kinds, expected) => {
		expect(hasOnly(text, kinds)).toBe(expected);
	});
});
