import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../../scripts/pack';
import { DOCUMENTS, leadsSomewhere, linksOf, read, writtenPart } from '../support/documents';

it('README.md has the headings that the credential and other pages lead to', () => {
	const [, anchor] = /\?tab=readme-ov-file#([\w-]+)/.exec(
		read('credentials/PersonaApi.credentials.ts'),
	)!;
	expect(leadsSomewhere({ path: 'README.md', anchor })).toBe(true);
});

it.each(DOCUMENTS)('%s leads to files and headings that exist', (document) => {
	expect(linksOf(document).filter((link) => !leadsSomewhere(link))).toEqual([]);
});

describe('docs/architecture.md', () => {
	it('names files and folders that exist', () => {
		const folders = 'nodes credentials docs examples icons sandbox scripts test bench'.split(' ');
		const paths = folders.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
				(path) => `/${folder}/${path}`,
			),
		);
		const isThere = (name: string) =>
			existsSync(join(ROOT, name)) || paths.some((path) => path.endsWith(`/${name}`));
		const text = writtenPart('docs/architecture.md');
		const named = [...text.matchAll(/`([\w./-]+?)\/?`/g)].map(([, name = '']) => name);
		const files = named.filter((name) => /^[^/]+\/|\.(?:ts|js|md|json|mjs)$/.test(name));
		expect(files.length).toBeGreaterThan(25);
		expect(files.filter((name) => !isThere(name))).toEqual([]);
	});
});
