import fc from 'fast-check';

import { redact } from '../../../nodes/Persona/transport/redact';
import { RUNS } from '../support/property';

const MASK = '•••';

describe('values of the rows', () => {
	test.each([
		['Ann Smith was not found', ['Ann'], '••• Smith was not found'],
		['ANN smith was not found', ['ann', 'Smith'], '••• ••• was not found'],
		['ΟΔΟΣ/ΟΔΟΣΑ', ['ΟΔΟΣ'], `${MASK}/${MASK}Α`],
		['row Ann, row Ann', ['Ann'], 'row •••, row •••'],
		['Annabel', ['Ann', 'Annabel'], MASK],
		['Annabel', ['Annabel', 'Ann'], MASK],
		['a man, A plan', ['a'], `${MASK} man, ${MASK} plan`],
		['sex: m, him', ['m'], `sex: ${MASK}, him`],
		['李小龙 is taken', ['李'], `${MASK}小龙 is taken`],
		['number 7 of 17', ['7'], `number ${MASK} of 17`],
		['value Ann', ['  Ann\t'], `value ${MASK}`],
		['value Ann  Marie', ['Ann  Marie'], `value ${MASK}`],
		['value Ann\r\nMarie', ['Ann\r\nMarie'], `value ${MASK}`],
		['value (a.b)', ['a.b'], `value (${MASK})`],
		['value axb', ['a.b'], 'value axb'],
		['cost $& $1', ['cost'], `${MASK} $& $1`],
		['İİİ Ann after', ['Ann'], `İİİ ${MASK} after`],
		['İSTANBUL', ['İstanbul'], MASK],
		['i̇stanbul', ['İstanbul'], MASK],
		['grade C+, C today', ['C+'], `grade ${MASK}, C today`],
		['Né1a', ['é1'], `N${MASK}a`],
		['N1éa', ['1é'], `N${MASK}a`],
		['nothing here', [], 'nothing here'],
		['nothing here', ['', ' ', 'no', 're', 'absent'], 'nothing here'],
	])('%j without %j', (text, values, clean) => {
		expect(redact(text, values)).toBe(clean);
	});

	test('any iterable will do', () => {
		expect(redact('Ann', new Set(['ann']))).toBe(MASK);
	});
});

describe('shapes of personal data', () => {
	test.each([
		['mail ann.smith+x@example.co.uk now', `mail ${MASK} now`],
		['<ann@example.com>', `<${MASK}>`],
		['born 1990-03-01.', `born ${MASK}.`],
		['born 3/1/1990', `born ${MASK}`],
		['born 01.03.90', `born ${MASK}`],
		['SSN 123-45-6789', `SSN ${MASK}`],
		['SSN 123456789', `SSN ${MASK}`],
		['key persona_sandbox_abc123', `key ${MASK}`],
		['name "Ann Smith" taken', `name ${MASK} taken`],
		["name 'Ann' taken", `name ${MASK} taken`],
		['name `Ann` taken', `name ${MASK} taken`],
		['10 errors in 12345 rows', '10 errors in 12345 rows'],
		['File must be under 2 bytes', 'File must be under 2 bytes'],
		['data.attributes.name is missing', 'data.attributes.name is missing'],
	])('%j', (text, clean) => {
		expect(redact(text, [])).toBe(clean);
	});
});

describe('length and blanks', () => {
	test('blanks and line breaks become one blank', () => {
		expect(redact('  one\r\n\ttwo   three ', [])).toBe('one two three');
	});

	test('300 characters stay, more are cut', () => {
		expect(redact('x'.repeat(300), [])).toBe('x'.repeat(300));
		expect(redact('x'.repeat(301), [])).toBe(`${'x'.repeat(300)}…`);
	});

	test('is cut after it is masked, so that no half of a value stays', () => {
		expect(redact(`${'x'.repeat(297)} Annabel`, ['Annabel'])).toBe(`${'x'.repeat(297)} ••…`);
	});

	test('what is too long to be a sentence is left out', () => {
		expect(redact('x '.repeat(1000), [])).not.toBe('');
		expect(redact(`${'x '.repeat(1000)}x`, [])).toBe('');
	});

	test('ends for any length of text without blanks', () => {
		expect(redact('x'.repeat(2000), ['x'.repeat(500)])).toBe(MASK.repeat(4));
		expect(redact('x'.repeat(5_000_000), [])).toBe('');
	});
});

const cell = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 3, maxLength: 12 }),
	fc.stringMatching(/^[A-Za-zİıßΣςſK .$\\^*'"-]{3,10}$/),
	fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', 'İ', 'Σ', '(', '$'), minLength: 3 }),
);
/** The same value in the case that Persona may give it. */
const spelling = fc.constantFrom(
	(text: string) => text,
	(text: string) => text.toLowerCase(),
	(text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
);

test('property: nothing is left of any value of three characters or more', () => {
	const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
	const piece = fc.tuple(cell, spelling, fc.string({ unit: 'grapheme', maxLength: 5 }));
	fc.assert(
		fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
			const text = pieces.map(([value, spell, between]) => between + spell(value)).join('');
			const clean = redact(
				text,
				pieces.map(([value]) => value),
			);
			for (const [value, spell] of pieces) {
				const spelled = tidy(spell(value));
				if (tidy(value).length >= 3) expect(clean).not.toContain(spelled);
			}
		}),
		RUNS,
	);
});
