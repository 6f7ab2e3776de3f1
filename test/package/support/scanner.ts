import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The scanner looks at a package twice: at what is published and at what it was made from. */
export type Leg = 'tarball' | 'source';

export interface Verdict {
	passed: boolean;
	/** The violations, as the scanner lists them. */
	details: string;
}

/** What n8n's official scanner for community packages says about a folder. */
export async function scan(folder: string, leg: Leg): Promise<Verdict> {
	const script = join(__dirname, 'run-scanner.mjs');
	// One of the scanner's plugins takes every file for its own test file where this says "test".
	const env = { ...process.env, NODE_ENV: 'production' };
	const { stdout } = await run(process.execPath, [script, folder, leg], { env });
	return JSON.parse(stdout.slice(stdout.lastIndexOf('{"passed"'))) as Verdict;
}
