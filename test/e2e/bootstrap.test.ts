import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/pack';
import { freePort, LOOPBACK } from '../../scripts/shared/ports';
import { npm } from './support/command';

describe('npm start on a fresh clone', () => {
	const clone = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-clone-'));

	beforeAll(() => {
		for (const part of ['scripts', 'package.json', 'package-lock.json', '.npmrc']) {
			cpSync(join(ROOT, part), join(clone, part), { recursive: true });
		}
	});

	afterAll(() => rmSync(clone, { recursive: true }));

	it('says in one sentence that there is no registry', async () => {
		const registry = `http://${LOOPBACK}:${await freePort()}/`;
		const command = npm(
			['start'],
			{ npm_config_registry: registry, npm_config_cache: join(clone, 'npm-cache') },
			clone,
		);
		expect(await command.exited).toBe(1);
		const [first, ...rest] = command.printed().trim().split('\n');
		expect(first).toBe("Installing the project's dependencies (once; about a minute) …");
		expect(rest.at(-1)).toMatch(
			/^The npm registry cannot be reached; check the network and .* \(its output: .*\.log\)$/,
		);
		expect(command.printed()).not.toMatch(/^\s+at /m);
	}, 180_000);

	it('says in one sentence that there is no folder for temporary files', async () => {
		const command = npm(['start'], { TMPDIR: join(clone, 'gone') }, clone);
		expect(await command.exited).toBe(1);
		expect(command.printed().trim()).toBe(
			`The project needs a folder for temporary files, but cannot write to ${join(clone, 'gone')} (ENOENT); set TMPDIR to another one and run the command again`,
		);
	}, 60_000);
});
