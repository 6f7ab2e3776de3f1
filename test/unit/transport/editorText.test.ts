import fc from 'fast-check';

import { safeForEditor } from '../../../nodes/Persona/transport/editorText';
import { anyText, RUNS } from '../support/property';

test.each([
	['First Name', 'First Name'],
	['<b>name</b>', '&lt;b&gt;name&lt;/b&gt;'],
	['"><img src=x onerror=alert(1)>', '"&gt;&lt;img src=x onerror=alert(1)&gt;'],
	['R&D', 'R&amp;D'],
	['&lt;', '&amp;lt;'],
	['two\r\nlines', 'two lines'],
	['a\tb\u0000c', 'a b c'],
	['gpj.\u202eexe', 'gpj. exe'],
	['zero\u200bwidth\ufeff', 'zero width '],
	['line\u2028end', 'line end'],
	['half \ud83d', 'half \ufffd'],
	['Größe 名前 😀', 'Größe 名前 😀'],
	['', ''],
])('%j becomes %j', (text, safe) => {
	expect(safeForEditor(text)).toBe(safe);
});

const markup = fc.oneof(
	anyText,
	fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '`', 'b', '/', ' ', '\n', '\u202e') }),
);

test('property: no markup, one line, and read as HTML the same characters', () => {
	fc.assert(
		fc.property(markup, (text) => {
			const safe = safeForEditor(text);
			expect(safe).not.toMatch(/[<>\p{Cc}\u2028\u2029\u202a-\u202e]/u);
			const read = safe.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
			const seen = (characters: string) =>
				characters.toWellFormed().replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '');
			expect(seen(read)).toBe(seen(text));
		}),
		RUNS,
	);
});
