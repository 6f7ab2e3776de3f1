import { read, SHIPPED, tableRows } from '../support/documents';

describe('docs/messages.md', () => {
	const PAGE = 'docs/messages.md';

	it('has every code that a warning about the mapping may have', () => {
		const [warnings, byHand] = [
			'nodes/Persona/pipeline/automaticMapping/warnings.ts',
			'nodes/Persona/actions/import/rowSource.ts',
		].map(read);
		const codes = [
			...warnings!.matchAll(/whole\('(\w+)'/g),
			...warnings!.matchAll(/^\t(\w+): \(_?note/gm),
			...byHand!.matchAll(/code: '(\w+)'/g),
		].map(([, code]) => code);
		expect(codes.length).toBeGreaterThan(8);
		const documented = [...read(PAGE).matchAll(/^\| `(\w+)` /gm)].map(([, code]) => code);
		expect(codes.filter((code) => !documented.includes(code))).toEqual([]);
	});

	it('quotes messages that the node has', () => {
		const quoted = tableRows(PAGE, 'Message').flatMap(([cell = '']) =>
			[...cell.matchAll(/^`([^`]+)`/g)].map(([, message = '']) => message),
		);
		expect(quoted.length).toBeGreaterThan(5);
		const unknown = quoted.filter((message) => !SHIPPED.some((text) => text.includes(message)));
		expect(unknown).toEqual([]);
	});

	it('has each message once', () => {
		const messages = ['Code', 'Message'].flatMap((heading) =>
			tableRows(PAGE, heading).map((cells) => (heading === 'Code' ? cells[1] : cells[0])),
		);
		expect(messages.length).toBeGreaterThan(60);
		expect(messages.filter((one, index) => messages.indexOf(one) !== index)).toEqual([]);
	});
});
