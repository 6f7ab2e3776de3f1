import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/pack';
import { filesUnder, packAndUnpack, temporaryFolder, type Tarball } from './support/tarball';

/** Of what npm downloads, in bytes. */
const SIZE_LIMIT = 150 * 1024;

/** What npm runs on the machine of someone who installs the package. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare'];

interface Manifest {
	version: string;
	main?: string;
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	scripts: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
	overrides?: unknown;
}

describe('The packed package', () => {
	const folder = temporaryFolder();
	let tarball: Tarball;
	let files: string[];
	let manifest: Manifest;

	beforeAll(async () => {
		tarball = await packAndUnpack(folder);
		files = filesUnder(tarball.content);
		manifest = JSON.parse(readFileSync(join(tarball.content, 'package.json'), 'utf8')) as Manifest;
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	it('holds the build and the papers, nothing else', () => {
		const papers = files.filter((file) => !file.startsWith('dist/'));
		expect(papers).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
		const kinds = new Set(files.map((file) => file.replace(/^.*?(\.node)?(\.[a-z]+)?$/, '$1$2')));
		expect([...kinds].sort()).toEqual([
			'',
			'.js',
			'.json',
			'.md',
			'.node.js',
			'.node.json',
			'.svg',
		]);
	});

	it('holds what it names to n8n, with the icons and the codex beside it', () => {
		const named = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
		const rest = [
			'dist/nodes/Persona/Persona.node.json',
			'dist/nodes/Persona/PersonaTrigger.node.json',
			'dist/icons/persona.svg',
			'dist/icons/persona.dark.svg',
			'dist/licenses/csv-parse/LICENSE',
			'dist/licenses/csv-stringify/LICENSE',
		];
		expect(named).toHaveLength(3);
		for (const file of [...named, ...rest]) expect(files).toContain(file);
	});

	it('is small', () => {
		expect(statSync(tarball.file).size).toBeLessThan(SIZE_LIMIT);
	});

	it('brings no package along and runs nothing when it is installed', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.overrides).toBeUndefined();
		expect(Object.keys(manifest.scripts).filter((name) => INSTALL_SCRIPTS.includes(name))).toEqual(
			[],
		);
	});

	it('tells nothing about the machine that built it', () => {
		const texts = files.map((file) => readFileSync(join(tarball.content, file), 'utf8'));
		for (const text of texts) {
			expect(text.includes(ROOT)).toBe(false);
			expect(text.includes(`${homedir()}/`)).toBe(false);
		}
	});

	it('points at files that exist', () => {
		for (const [, link = ''] of readFileSync(join(tarball.content, 'README.md'), 'utf8').matchAll(
			/\]\((?!https?:|#|mailto:)([^)#\s]+)/g,
		)) {
			expect({ link, exists: existsSync(join(ROOT, link)) }).toEqual({ link, exists: true });
		}
	});
});
