import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT } from '../../scripts/pack';

const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'docs/architecture.md',
	'docs/performance.md',
	'docs/reliability.md',
	'examples/README.md',
];

const read = (document: string) => readFileSync(join(ROOT, document), 'utf8');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

it.each(DOCUMENTS)('%s leads to files that exist', (document) => {
	const links = [
		...read(document).matchAll(/(?:\]\(|src="|srcset=")(?!https?:|#|mailto:)([^)#"\s]+)/g),
	];
	const missing = links
		.map(([, link = '']) => link)
		.filter((link) => !existsSync(join(ROOT, dirname(document), link)));
	expect(missing).toEqual([]);
});

it.each(DOCUMENTS)('%s names npm commands that exist', (document) => {
	const named = [...read(document).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('docs/architecture.md names files and folders that exist', () => {
	const folders = [
		'nodes',
		'credentials',
		'docs',
		'examples',
		'icons',
		'sandbox',
		'scripts',
		'test',
	];
	const paths = folders.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
			(path) => `/${folder}/${path}`,
		),
	);
	const isThere = (name: string) =>
		existsSync(join(ROOT, name)) || paths.some((path) => path.endsWith(`/${name}`));
	const text = read('docs/architecture.md');
	const named = [...text.matchAll(/`([\w./-]+?)\/?`/g)].map(([, name = '']) => name);
	const files = named.filter((name) => /^[^/]+\/|\.(?:ts|js|md|json|mjs)$/.test(name));
	expect(files.length).toBeGreaterThan(30);
	expect(files.filter((name) => !isThere(name))).toEqual([]);
});

/** Where each documented command is run: by a test, or by what every change has to pass. */
const RUN_BY: Readonly<Record<string, { file: string; as: string }>> = {
	'npm start': { file: 'test/e2e/start.test.ts', as: "npm(['start'" },
	'npm run sandbox': { file: 'test/sandbox/control.test.ts', as: 'sandbox/main.ts' },
	'npm run release': { file: 'test/package/release.test.ts', as: "['run', 'release'" },
	'npm run test:faults': { file: 'test/engine/faultMatrix.test.ts', as: 'PRINT_FAULTS' },
	'npm run build': { file: 'scripts/test.ts', as: "args: ['build'" },
	'npm run test:unit': { file: 'scripts/test.ts', as: "'unit'" },
	'npm run test:engine': { file: 'scripts/test.ts', as: "'engine'" },
};

it('every documented command is run by something', () => {
	const named = DOCUMENTS.flatMap((document) => [
		...read(document).matchAll(/npm (?:start|test|run [\w:-]+)/g),
	]).map(([command]) => command);
	const missing = [...new Set(named)].filter((command) => {
		const { file, as } = RUN_BY[command] ?? { file: '.ci/run', as: command };
		return !read(file).includes(as);
	});
	expect(missing).toEqual([]);
});
