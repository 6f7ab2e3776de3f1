import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/pack';
import { scan } from './support/scanner';
import { packAndUnpack, temporaryFolder } from './support/tarball';

const SCAN_LIMIT = 120_000;

describe("n8n's official scanner", () => {
	const folder = temporaryFolder();
	let content: string;

	beforeAll(async () => {
		({ content } = await packAndUnpack(folder));
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	it(
		'passes the tarball',
		async () => {
			const verdict = await scan(content, 'tarball');
			process.stdout.write(`Scanner, tarball: ${verdict.passed ? 'passed' : 'rejected'}\n`);
			expect(verdict).toEqual({ passed: true, details: '' });
		},
		SCAN_LIMIT,
	);

	it(
		'passes the source',
		async () => {
			const verdict = await scan(ROOT, 'source');
			process.stdout.write(`Scanner, source: ${verdict.passed ? 'passed' : 'rejected'}\n`);
			expect(verdict).toEqual({ passed: true, details: '' });
		},
		SCAN_LIMIT,
	);

	it(
		'would reject a tarball that touches the file system',
		async () => {
			const copy = join(folder, 'tarball-with-fs');
			cpSync(content, copy, { recursive: true });
			appendFileSync(join(copy, 'dist/nodes/Persona/Persona.node.js'), "\nrequire('fs');\n");
			const { passed, details } = await scan(copy, 'tarball');
			expect(passed).toBe(false);
			expect(details).toContain('no-restricted-imports');
		},
		SCAN_LIMIT,
	);

	it(
		'would reject a source that touches the file system',
		async () => {
			const copy = join(folder, 'source-with-fs');
			for (const part of ['package.json', 'nodes', 'credentials', 'icons']) {
				cpSync(join(ROOT, part), join(copy, part), { recursive: true });
			}
			appendFileSync(join(copy, 'nodes/Persona/Persona.node.ts'), "\nimport 'node:fs';\n");
			const { passed, details } = await scan(copy, 'source');
			expect(passed).toBe(false);
			expect(details).toContain('no-restricted-imports');
		},
		SCAN_LIMIT,
	);
});
