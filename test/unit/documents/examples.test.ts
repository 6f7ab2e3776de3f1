import { generateFiles, report } from '../../../examples/data/generate';
import { read } from '../support/documents';

describe('examples/README.md', () => {
	it('has the numbers that the generator of the data prints', () => {
		expect(read('examples/README.md')).toContain(report());
	});

	it('tells of files that the generator writes, byte for byte', () => {
		const files = Object.entries(generateFiles());
		expect(files.length).toBeGreaterThan(3);
		for (const [name, content] of files) {
			expect(read(`examples/data/${name}`) === String(content)).toBe(true);
			expect(read('examples/README.md')).toContain(`### \`${name}\``);
		}
	});
});
