import { DateTime } from 'luxon';

import {
	checkText,
	checkTrimmed,
	checkTrimmedText,
} from '../../../../nodes/Persona/pipeline/rules/text';

describe('text', () => {
	test.each([
		['', ''],
		[' kept as it is ', ' kept as it is '],
		['tab\tand\r\nline\nends\r', 'tab\tand\r\nline\nends\r'],
		['emoji 👩‍👩‍👧 and 𝒜', 'emoji 👩‍👩‍👧 and 𝒜'],
		['ليلى 李 Ω', 'ليلى 李 Ω'],
		['=HYPERLINK("x")', '=HYPERLINK("x")'],
		['\u00a0\ufeff\u200b\u2028', '\u00a0\ufeff\u200b\u2028'],
		['null', 'null'],
	])('%j passes', (value, text) => {
		expect(checkText(value)).toEqual(text);
	});

	test.each([
		['NUL', 'a\u0000b'],
		['bell', '\u0007'],
		['vertical tab', '\u000b'],
		['form feed', '\u000c'],
		['escape', '\u001b[31m'],
		['unit separator', '\u001f'],
		['DEL', '\u007f'],
		['first C1', '\u0080'],
		['next line', '\u0085'],
		['last C1', '\u009f'],
	])('%s is a control character', (_name, value) => {
		expect(checkText(value)).toEqual({ code: 'controlCharacter' });
	});

	test.each([
		['high surrogate alone', 'a\ud83d'],
		['low surrogate alone', '\ude00a'],
		['surrogates the wrong way round', '\ude00\ud83d'],
	])('%s cannot be written', (_name, value) => {
		expect(checkText(value)).toEqual({ code: 'brokenCharacter' });
	});
});

describe('numbers', () => {
	test.each([
		[0, '0'],
		[-0, '0'],
		[-5, '-5'],
		[1001, '1001'],
		[0.5, '0.5'],
		[-12.25, '-12.25'],
		[12345678901234.5, '12345678901234.5'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[Number.MIN_SAFE_INTEGER, '-9007199254740991'],
	])('%p is written %s', (value, text) => {
		expect(checkText(value)).toEqual(text);
	});

	test.each([
		2 ** 53,
		-(2 ** 53),
		1e21,
		1e300,
		0.1 + 0.2,
		123456789012345.6,
		1e-7,
		1.5e-9,
		NaN,
		Infinity,
		-Infinity,
	])('%p is not exact', (value) => {
		expect(checkText(value)).toEqual({ code: 'impreciseNumber' });
	});

	test('a bigint is written in full', () => {
		expect(checkText(2n ** 70n)).toBe('1180591620717411303424');
	});
});

describe('other types', () => {
	test.each([[null], [undefined]])('%p is an empty cell', (value) => {
		expect(checkText(value)).toBe('');
	});

	test.each([
		[true, 'booleanValue'],
		[false, 'booleanValue'],
		[new Date(0), 'dateValue'],
		[new Date(NaN), 'dateValue'],
		[DateTime.utc(2000, 1, 1), 'dateValue'],
		[DateTime.invalid('no'), 'dateValue'],
		[{}, 'notText'],
		[[], 'notText'],
		[['a'], 'notText'],
		[new Map(), 'notText'],
		[Symbol('s'), 'notText'],
		[() => 'text', 'notText'],
		[Object('boxed'), 'notText'],
		[Object.create(null), 'notText'],
	])('%p has the code %s', (value, code) => {
		expect(checkText(value)).toEqual({ code });
	});
});

describe('invisible characters', () => {
	test.each(['\u200b', '\ufeff', '\u00ad', '\u202e', '\u2060', '\u{e0041}'])('%j', (mark) => {
		expect(checkText(`a${mark}b`)).toBe(`a${mark}b`);
		expect(checkTrimmed(`a${mark}b`)).toBe(`a${mark}b`);
		for (const text of [
			`${mark}a`,
			`a${mark}`,
			`${mark} a`,
			`a\u00a0${mark}`,
			` ${mark} a ${mark} `,
		]) {
			expect(checkTrimmed(text)).toBe('a');
			expect(checkTrimmedText(text)).toBe('a');
		}
		expect(checkTrimmedText(mark)).toBe('');
		expect(checkTrimmedText(`a${mark}b`)).toEqual({ code: 'invisibleCharacter' });
	});

	test.each(['\u3164', '\u115f', '\uffa0', '\u2800', '\u034f', ' \u200b\u3000', '\u{e0001}'])(
		'%j is nothing',
		(text) => expect(checkTrimmed(text)).toBe(''),
	);

	test('spaces inside of text stay', () => {
		expect(checkTrimmed(' a \u00a0 é ')).toBe('a \u00a0 é');
	});

	test('a character of two units is kept whole at either end', () => {
		expect(checkTrimmed(' 𝒜b𝒜 ')).toBe('𝒜b𝒜');
	});
});

test('a replacement character tells that the file was read with the wrong encoding', () => {
	for (const text of ['Ren\ufffd', '\ufffd', ' \ufffd a']) {
		expect(checkText(text)).toEqual({ code: 'replacementCharacter' });
	}
});
