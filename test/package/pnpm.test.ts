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

	it('the node finds form-data, which is hidden there', () => {
		expect(seenBy(community)).toEqual({
			plainRequire: expect.stringContaining(NOT_FOUND) as string,
			loaded: 'persona',
			form: true,
		});
	});

	it('a node that asks for form-data by its name would not load', () => {
		const naive = join(folder, 'home', '.n8n', 'nodes', 'node_modules', 'n8n-nodes-naive');
		cpSync(community, naive, { recursive: true });
		const file = join(naive, 'dist', 'nodes', 'Persona', 'Persona.node.js');
		const source = readFileSync(file, 'utf8');
		const byName = source.replace(
			/require\(require\.resolve\("form-data",\s*\{\s*paths:\s*\[[^\]]*\]\s*\}\)\)/,
			'require("form-data")',
		);
		expect(byName).not.toBe(source);
		writeFileSync(file, byName);
		expect(seenBy(naive)).toMatchObject({ loaded: expect.stringContaining(NOT_FOUND) as string });
	});
});
