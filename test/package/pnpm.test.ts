import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layOutLikePnpm } from './support/pnpm';
import { packAndUnpack, temporaryFolder } from './support/tarball';

const NOT_FOUND = "Cannot find module 'form-data'";

describe("In the layout of n8n's Docker image", () => {
	const folder = temporaryFolder();
	const community = join(folder, 'home', '.n8n', 'nodes', 'node_modules', 'n8n-nodes-persona');
	let n8n: string;

	beforeAll(async () => {
		const { content } = await packAndUnpack(folder);
		cpSync(content, community, { recursive: true });
		n8n = layOutLikePnpm(folder);
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	/** What a package in n8n's folder for community nodes sees there. */
	function seenBy(packageFolder: string): unknown {
		const output = execFileSync(process.execPath, [join(n8n, 'dist', 'host.cjs'), packageFolder], {
			cwd: folder,
			env: { PATH: process.env.PATH },
			encoding: 'utf8',
		});
		return JSON.parse(output);
	}

	it("the node finds form-data and n8n's parser, which are hidden there", () => {
		expect(seenBy(community)).toEqual({
			plainRequire: expect.stringContaining(NOT_FOUND) as string,
			loaded: 'persona',
			form: true,
			parser: true,
		});
	});

	/** A copy of the package whose node is changed. */
	function changed(name: string, change: (source: string) => string): string {
		const copy = join(folder, 'home', '.n8n', 'nodes', 'node_modules', name);
		cpSync(community, copy, { recursive: true });
		const file = join(copy, 'dist', 'nodes', 'Persona', 'Persona.node.js');
		const source = readFileSync(file, 'utf8');
		expect(change(source)).not.toBe(source);
		writeFileSync(file, change(source));
		return copy;
	}

	it("the node loads where n8n has another parser, so that it doesn't find it", () => {
		const unlucky = changed('n8n-nodes-unlucky', (source) =>
			source.replace('resolve("esprima-next"', 'resolve("other-parser"'),
		);
		expect(seenBy(unlucky)).toMatchObject({ loaded: 'persona', form: true, parser: false });
	});

	it('a node that asks for form-data by its name would not load', () => {
		const naive = changed('n8n-nodes-naive', (source) =>
			source.replace(
				/require\(require\.resolve\("form-data",\s*\{\s*paths:\s*\[[^\]]*\]\s*\}\)\)/,
				'require("form-data")',
			),
		);
		expect(seenBy(naive)).toMatchObject({ loaded: expect.stringContaining(NOT_FOUND) as string });
	});
});
