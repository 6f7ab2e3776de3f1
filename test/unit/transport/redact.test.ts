import fc from 'fast-check';

import { fold } from '../../../nodes/Persona/transport/folding';
import { findIn, redact } from '../../../nodes/Persona/transport/redact';
import { expectEqual, RUNS } from '../support/property';

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
		// Composed and decomposed, with and without accents, in every case.
		['Jos\u00e9 is taken', ['Jose\u0301'], `${MASK} is taken`],
		['Jose\u0301 is taken', ['Jos\u00e9'], `${MASK} is taken`],
		['JOSE is taken', ['José'], `${MASK} is taken`],
		['José is taken', ['Jose'], `${MASK} is taken`],
		['STRASSER is taken', ['Straßer'], `${MASK} is taken`],
		['Straßer is taken', ['strasser'], `${MASK} is taken`],
		['ﬁona is taken', ['Fiona'], `${MASK} is taken`],
		['ＡＮＮ is taken', ['Ann'], `${MASK} is taken`],
		['Ann\u200bMarie is taken', ['AnnMarie'], `${MASK} is taken`],
		['Ann\u00a0Marie is taken', ['Ann Marie'], `${MASK} is taken`],
		// Quotes and dashes of all kinds.
		['O’Brien is taken', ["O'Brien"], `${MASK} is taken`],
		["O'Brien is taken", ['O’Brien'], `${MASK} is taken`],
		['O´Brien is taken', ["O'Brien"], `${MASK} is taken`],
		["O'Brien is taken", ['O´Brien'], `${MASK} is taken`],
		['ẞtraße is taken', ['SSTRASSE'], `${MASK} is taken`],
		['Anna‑Maria, Anna–Maria', ['Anna-Maria'], `${MASK}, ${MASK}`],
		// Words of a value.
		['Anna is taken', ['Anna-Maria'], `${MASK} is taken`],
		['maria is taken', ['Anna‐Maria'], `${MASK} is taken`],
		['Brien is taken', ["O'Brien"], `${MASK} is taken`],
		['García is taken', ['GARCIA MÁRQUEZ'], `${MASK} is taken`],
		['tag vip is unknown', ['gold|vip;new'], `tag ${MASK} is unknown`],
		['Maria Anna is taken', ['Anna Maria'], `${MASK} ${MASK} is taken`],
		['Mariana is taken', ['Anna-Maria'], 'Mariana is taken'],
		['x overlapping aaaa', ['aaa'], `x overlapping ${MASK}`],
		['Bo is taken', ['Bo Derek'], `${MASK} is taken`],
		['AnnaBerg is taken', ['Anna', 'Berg'], `${MASK} is taken`],
		['has many', ['\ta'], 'has many'],
		['xax', ['ａ', 'a'], `x${MASK}x`],
		['nick ann"e is taken', ['ann”e'], `nick ${MASK} is taken`],
		// What has no place of its own goes with the letter before it.
		['Zoe\u0331 is taken', ['Zoe'], `${MASK} is taken`],
		['Anna ¨ Berg is taken', ['Anna ¨ Berg'], `${MASK} is taken`],
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
		['<ann@[fe80::1]>', `<${MASK}>`],
		["mail o'brien@example.com now", `mail ${MASK} now`],
		['born 1990-03-01.', `born ${MASK}.`],
		['born 1990/05/17', `born ${MASK}`],
		['born 1990.5.17', `born ${MASK}`],
		['born 19900517', `born ${MASK}`],
		['born 17.05.90', `born ${MASK}`],
		['born 5-17-90', `born ${MASK}`],
		['born May 17, 1990', `born ${MASK}`],
		['born may 17th 1990', `born ${MASK}`],
		['born 17 May 1990', `born ${MASK}`],
		['born 17th of May 1990', `born ${MASK}`],
		['born 17-May-90', `born ${MASK}`],
		['born Sept. 3, 1990', `born ${MASK}`],
		['born 3 December', `born ${MASK}`],
		['born May 1990', `born ${MASK}`],
		['born 1990', `born ${MASK}`],
		['you may try 2 times', 'you may try 2 times'],
		['SSN 123 45 6789', `SSN ${MASK}`],
		['SSN 123.45.6789', `SSN ${MASK}`],
		['SSN 123–45–6789', `SSN ${MASK}`],
		['SSN ***-**-6789', `SSN ***-**-${MASK}`],
		['ending in 6789', `ending in ${MASK}`],
		['SSN ١٢٣٤٥٦٧٨٩', `SSN ${MASK}`],
		['row A-12345', `row A-${MASK}`],
		['call +15555550123', `call ${MASK}`],
		['call +1 (555) 555-0123', `call ${MASK}`],
		['from 192.0.2.17', `from ${MASK}`],
		['from 2001:db8::ff00:42:8329', `from ${MASK}`],
		['from 2001:db8:0:0:0:ff00:42:8329', `from ${MASK}`],
		['from ::1', `from ${MASK}`],
		['from fe80::', `from ${MASK}`],
		['from FE80::A%eth0', `from ${MASK}`],
		['from ::ffff:192.0.2.17', `from ${MASK}`],
		['Foo::Bar is missing', 'Foo::Bar is missing'],
		['ratio 3:2', 'ratio 3:2'],
		['born 3/1/1990', `born ${MASK}`],
		['born 01.03.90', `born ${MASK}`],
		['SSN 123-45-6789', `SSN ${MASK}`],
		['SSN 123456789', `SSN ${MASK}`],
		['key persona_sandbox_abc123', `key ${MASK}`],
		['name "Ann Smith" taken', `name ${MASK} taken`],
		["name 'Ann' taken", `name ${MASK} taken`],
		['name `Ann` taken', `name ${MASK} taken`],
		['name “Ann” taken', `name ${MASK} taken`],
		['name ‘Ann’ taken', `name ${MASK} taken`],
		['name „Ann“ taken', `name ${MASK} taken`],
		['name «Ann» taken', `name ${MASK} taken`],
		['10 errors in 123 rows', '10 errors in 123 rows'],
		['rate limit of 300 requests / min', 'rate limit of 300 requests / min'],
		['Version 2 of 3, section 1.2', 'Version 2 of 3, section 1.2'],
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
		expect(redact('x'.repeat(2000), ['x'.repeat(500)])).toBe(MASK);
		expect(redact('x'.repeat(5_000_000), [])).toBe('');
	});
});

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

test('a sign with two code points for the same is found as either', () => {
	expect(redact('is !\u00b4 ! taken', ['!\u1ffd !'])).toBe('is ••• taken');
	expect(redact('is !\u1ffd ! taken', ['!\u00b4 !'])).toBe('is ••• taken');
});

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

describe('property: what has the shape of personal data is left in no form', () => {
	const digits = (length: number) =>
		fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''));
	const words = fc.constantFrom('', 'value ', 'is ', '(', 'row: ', 'taken by ');

	/** Every run of four digits or more that is in a text, also apart. */
	const runs = (text: string) => text.match(/\d(?:[ ./()–-]{0,2}\d){3,}/g) ?? [];

	test('social security numbers and phone numbers', () => {
		const separator = fc.constantFrom('', ' ', '-', '.', '–', '/', ' - ');
		fc.assert(
			fc.property(words, digits(9), separator, words, (before, ssn, joint, after) => {
				const parts = [ssn.slice(0, 3), ssn.slice(3, 5), ssn.slice(5)];
				for (const form of [parts.join(joint), `+${parts.join(joint)}`, ssn.slice(5)]) {
					expectEqual(runs(redact(`${before}${form} ${after}`, [])), []);
				}
			}),
			RUNS,
		);
	});

	const MONTHS =
		'January February March April May June July August September October November December'.split(
			' ',
		);

	test('birthdates', () => {
		const date = fc.record({
			day: fc.integer({ min: 1, max: 31 }),
			month: fc.integer({ min: 1, max: 12 }),
			year: fc.integer({ min: 1900, max: 2030 }),
			joint: fc.constantFrom('-', '/', '.', ' '),
		});
		const two = (number: number) => String(number).padStart(2, '0');
		fc.assert(
			fc.property(date, ({ day, month, year, joint }) => {
				const name = MONTHS[month - 1]!;
				const year2 = two(year % 100);
				for (const form of [
					[year, two(month), two(day)].join(joint),
					[two(day), two(month), year].join(joint),
					[month, day, year].join(joint),
					[two(day), two(month), year2].join(joint),
					`${year}${two(month)}${two(day)}`,
					`${name} ${day}, ${year}`,
					`${name.slice(0, 3)} ${day} ${year}`,
					`${day} ${name} ${year}`,
					`${day}${joint}${name.slice(0, 3).toUpperCase()}${joint}${year2}`,
					`${day}th of ${name}, ${year}`,
					`${name} ${year}`,
				]) {
					const clean = redact(`born ${form}, or so`, []);
					expectEqual([form, clean], [form, 'born •••, or so']);
				}
			}),
			RUNS,
		);
	});

	test('IPv6 addresses', () => {
		const address = fc.ipV6().filter((text) => text.length > 2);
		fc.assert(
			fc.property(address, (text) => {
				expect(redact(`from ${text} now`, [])).toBe('from ••• now');
			}),
			RUNS,
		);
	});

	test('email addresses', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (text) => {
				const clean = redact(`mail ${text} now`, []);
				expect(clean).not.toContain('@');
				expect(clean).not.toContain(text.split('@')[1]);
			}),
			RUNS,
		);
	});
});

test('the shapes take no time that grows with the square of the text', () => {
	const lasts = (text: string) => {
		const begin = performance.now();
		redact(text.repeat(2000).slice(0, 2000), []);
		return performance.now() - begin;
	};
	for (const text of [
		'1 ',
		'a',
		':',
		'a:',
		'"',
		'‘',
		'(',
		'+',
		'may ',
		'1 may ',
		'@',
		'a@',
		' ',
		'1',
	]) {
		expect([text, lasts(text) < 200]).toEqual([text, true]);
	}
});
