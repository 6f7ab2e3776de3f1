import { redact } from '../../../../nodes/Persona/transport/redact';

const MASK = '•••';

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
