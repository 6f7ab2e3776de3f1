import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/pack';

const run = promisify(execFile);

/** No process of this machine has this number. */
const DEAD = 2 ** 30;

const WORK = `
const { appendFileSync } = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');
const { withLock } = require(process.argv[1]);
const [, , lock, journal] = process.argv;
void withLock(lock, async () => {
	appendFileSync(journal, 'begin ');
	await sleep(100);
	appendFileSync(journal, 'end ');
});`;

describe('The lock around installations', () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-lock-'));
	const lock = join(folder, 'lock');
	const journal = join(folder, 'journal');

	afterAll(() => rmSync(folder, { recursive: true }));

	it('lets one process in at a time, takes over from a dead one, and goes away', async () => {
		writeFileSync(lock, String(DEAD));
		const module = join(ROOT, 'scripts', 'shared', 'lock.ts');
		const one = () =>
			run(process.execPath, ['--require', 'tsx/cjs', '--eval', WORK, module, lock, journal]);
		await Promise.all(Array.from({ length: 5 }, one));
		expect(readFileSync(journal, 'utf8')).toBe('begin end '.repeat(5));
		expect(existsSync(lock)).toBe(false);
	});
});
