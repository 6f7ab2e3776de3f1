import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EXAMPLE_NAMES, EXAMPLES, readExample } from '../support/examples';

it.each(EXAMPLE_NAMES)('%s says what it is for and how to set it up', (name) => {
	const notes = readExample(name).nodes.filter(({ type }) => type.endsWith('.stickyNote'));
	expect(notes).toHaveLength(1);
	expect(notes[0]!.parameters.content).toMatch(/\*\*Set(-up\*\*| it up:\*\*)/);
});

it('examples/README.md tells of every example', () => {
	const page = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
	expect(EXAMPLE_NAMES.length).toBeGreaterThan(5);
	expect([...page.matchAll(/^\| `(.+\.json)`/gm)].map(([, name]) => name).sort()).toEqual(
		[...EXAMPLE_NAMES].sort(),
	);
});
