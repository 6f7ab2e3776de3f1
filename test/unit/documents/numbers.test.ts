import { NUMBERS } from '../support/documentedNumbers';
import { DOCUMENTS, proseOf } from '../support/documents';

describe('numbers', () => {
	const held = Object.entries(NUMBERS).flatMap(([document, phrases]) =>
		phrases.map((phrase) => [document, phrase] as const),
	);

	it('are held on every page that is not written from what was measured', () => {
		const measured = ['docs/performance.md', 'examples/README.md'];
		expect(Object.keys(NUMBERS).sort()).toEqual(
			DOCUMENTS.filter((document) => !measured.includes(document)).sort(),
		);
	});

	it.each(held)('%s says: %s', (document, phrase) => {
		expect(proseOf(document)).toContain(phrase);
	});

	it.each(Object.keys(NUMBERS))('%s names no others', (document) => {
		const rest = NUMBERS[document]!.reduce(
			(prose, phrase) => prose.replaceAll(phrase, '‹held›'),
			proseOf(document),
		);
		// Not the digits in n8n, IPv4, UTF-8 or the number of an issue.
		const others = rest.matchAll(/(?:\S+ ){0,3}(?<![\p{L}\d#-])\d\S*(?: \S+){0,3}/gu);
		expect([...others].map(([found]) => found)).toEqual([]);
	});
});
