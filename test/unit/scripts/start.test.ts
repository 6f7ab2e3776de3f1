import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../../../sandbox';
import { ROOT } from '../../../scripts/pack';
import { LOOPBACK } from '../../../scripts/shared/ports';
import { requireFreePorts } from '../../../scripts/start/freePorts';
import { readOptions } from '../../../scripts/start/options';
import { claimFolder } from '../../../scripts/start/running';

test('README.md names the key and the Base URL of the demo', async () => {
	const { sandboxPort } = readOptions([], {});
	const sandbox = await startSandbox();
	const { apiKey, url } = sandbox;
	await sandbox.close();
	const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
	expect(readme).toContain(`\`${apiKey}\``);
	expect(readme).toContain(`\`${url.replace(/:\d+\//, `:${sandboxPort}/`)}\``);
});

describe('ports that are taken', () => {
	const servers: Server[] = [];

	const takePort = async () => {
		const server = createServer();
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
		return (server.address() as AddressInfo).port;
	};

	afterEach(() => servers.splice(0).forEach((server) => server.close()));

	const messageFor = async (args: string[], env: NodeJS.ProcessEnv = {}) =>
		await requireFreePorts(readOptions(args, env)).then(
			() => undefined,
			(error: Error) => error.message,
		);

	it('are both replaced in one command, which keeps the rest', async () => {
		const [port, sandboxPort] = [await takePort(), await takePort()];
		const args = ['--once', `--port=${port}`, '--sandbox-port', String(sandboxPort)];
		const message = await messageFor([...args, '--folder', "/tmp/Ada's demo"]);
		expect(message).toContain(`Port ${port} for n8n is in use.`);
		expect(message).toContain(`Port ${sandboxPort} for the sandbox is in use.`);
		expect(message).toMatch(
			/\n {2}npm start -- --once --folder '\/tmp\/Ada'\\''s demo' --port \d+ --sandbox-port \d+$/,
		);
	});

	it('are named as well when they come from the environment', async () => {
		const port = await takePort();
		const message = await messageFor([], { N8N_PORT: String(port), PERSONA_API_KEY: 'a key' });
		expect(message).toMatch(/\n {2}npm start -- --port (?!5678)\d+$/);
	});

	it('do not matter for a sandbox that is not started', async () => {
		const [free, taken] = [await takePort(), await takePort()];
		await new Promise((resolve) => servers[0]!.close(resolve));
		const args = ['--port', String(free), '--sandbox-port', String(taken)];
		expect(await messageFor(args, { PERSONA_API_KEY: 'a key' })).toBeUndefined();
		expect(await messageFor(args)).toContain(`Port ${taken} for the sandbox is in use.`);
	});
});

describe('the folder of a demo', () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-folder-'));

	afterAll(() => rmSync(folder, { recursive: true }));

	it('can be claimed once, and says to the second where the first is', () => {
		writeFileSync(join(folder, 'running.lock'), String(2 ** 30));
		writeFileSync(join(folder, 'running.address'), 'left behind by a demo that was killed');
		const claim = claimFolder(folder);
		if (typeof claim === 'string') throw new Error(claim);
		expect(claimFolder(folder)).toBe(
			`The demo is already being started by process ${process.pid}, which will show where to open it`,
		);
		claim.announce('http://127.0.0.1:5678/workflow/one');
		expect(claimFolder(folder)).toBe(
			'The demo is already running, open http://127.0.0.1:5678/workflow/one',
		);
	});
});
