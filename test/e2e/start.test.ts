import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox';
import { restClient } from '../../scripts/n8n/rest';
import { enterAsOwner } from '../../scripts/n8n/setup';
import type { Workflow } from '../../scripts/n8n/types';
import { freePort, LOOPBACK } from '../../scripts/shared/ports';
import { readExamples } from '../../scripts/start/examples';
import { LOGIN } from '../../scripts/start/login';
import { readAccounts } from './support/accountsApi';
import { isRunning, npm, type Command } from './support/command';
import { contactsToImport } from './support/contacts';
import { SETUP_LIMIT } from './support/instance';
import { answers, listen } from './support/listener';
import { until } from './support/until';

jest.setTimeout(SETUP_LIMIT);

const SANDBOX_KEY = 'persona_sandbox_example';

const CONTACTS = contactsToImport().map(({ contact }) => contact);

/** The five lines that close the output, whatever the ID. */
const LAST_LINES = [
	'Importer:   mprt_…',
	'Status:     ready',
	`Successful: ${CONTACTS.length}`,
	'Duplicates: 0',
	'Errors:     0',
];

describe('npm start', () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-start-'));
	const opened: { close(): unknown }[] = [];
	let port: number;
	let sandboxPort: number;

	beforeAll(async () => {
		[port, sandboxPort] = [await freePort(), await freePort()];
	});

	afterEach(async () => {
		for (const open of opened.splice(0)) await open.close();
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	function start(args: string[] = [], env: NodeJS.ProcessEnv = {}): Command {
		return closeLater(npm(['start', '--', ...own(), ...args], env));
	}

	function own(): string[] {
		const ports = ['--port', String(port), '--sandbox-port', String(sandboxPort)];
		return [...ports, '--folder', folder];
	}

	const editor = () => `http://${LOOPBACK}:${port}`;

	function closeLater<Opened extends { close(): unknown }>(open: Opened): Opened {
		opened.push(open);
		return open;
	}

	describe('while it runs', () => {
		let command: Command;

		beforeAll(async () => {
			command = npm(['start', '--', ...own()]);
			await command.untilPrinted(/Ctrl-C stops everything/);
		});

		afterAll(() => command.close());

		it('has imported the main example', async () => {
			expect(command.printed().replace(/mprt_\w+/g, 'mprt_…')).toContain(LAST_LINES.join('\n'));
			const accounts = await readAccounts(`http://${LOOPBACK}:${sandboxPort}/api/v1`, SANDBOX_KEY);
			expect(sorted(accounts)).toEqual(
				sorted(CONTACTS.map((one) => ({ ...one, tags: undefined }))),
			);
		});

		it('says what another credential needs, and last where the editor is and how it ends', () => {
			const lines = command.printed().trimEnd().split('\n');
			expect(lines).toContain(`  API Key   ${SANDBOX_KEY}`);
			expect(lines).toContain(`  Base URL  http://${LOOPBACK}:${sandboxPort}/api/v1`);
			expect(lines.slice(-5)).toEqual([
				`  Editor    ${editor()}/workflow/personaImportAccts`,
				`  Login     ${LOGIN.email}`,
				`  Password  ${LOGIN.password}`,
				'',
				'Ctrl-C stops everything.',
			]);
		});

		it('says to a second start where it is, and goes on', async () => {
			const second = start();
			expect(await second.exited).toBe(0);
			expect(second.printed().trim()).toBe(
				`The demo is already running, open ${editor()}/workflow/personaImportAccts`,
			);
			expect([await answers(port), await answers(sandboxPort)]).toEqual([true, true]);
		});

		it('does not tell a second start with --once that the example was run', async () => {
			const second = start(['--once']);
			expect(await second.exited).toBe(1);
			expect(second.printed().trim()).toMatch(/^The demo is already running, open \S+$/);
		});

		it('has the credentials that the examples name, but for a language model', async () => {
			const request = restClient(editor());
			expect(await enterAsOwner(request, LOGIN)).toBe(true);
			const stored = await request<{ id: string; type: string; name: string }[]>(
				'GET',
				'/credentials',
			);
			const ids = Object.fromEntries(stored.map(({ type, id }) => [type, id]));
			const { all } = readExamples(ids.personaApi ?? '', ids);
			for (const { id } of all) {
				const { nodes } = await request<Workflow>('GET', `/workflows/${id}`);
				const named = nodes.flatMap(({ credentials = {} }) => Object.entries(credentials));
				for (const [type, { id: used, name }] of named) {
					if (type === 'openAiApi') continue;
					expect(stored).toContainEqual(expect.objectContaining({ id: used, type, name }));
				}
			}
			expect(Object.keys(ids).sort()).toEqual(['httpBasicAuth', 'httpHeaderAuth', 'personaApi']);
		});

		it('opens the page for CSV files to whoever has the login', async () => {
			const request = restClient(editor());
			await enterAsOwner(request, LOGIN);
			const path = '/workflows/personaCsvFile01';
			const { versionId, nodes } = await request<Workflow & { versionId: string }>('GET', path);
			await request('POST', `${path}/activate`, { versionId });
			const page = `${editor()}/form/${nodes.find(({ webhookId }) => webhookId)?.webhookId}`;
			const basic = Buffer.from(`${LOGIN.email}:${LOGIN.password}`).toString('base64');
			// n8n's pages answer a little later than its workflows are active.
			const open = (headers: Record<string, string>) =>
				until('the page for CSV files', async () => {
					const response = await fetch(page, { headers });
					const text = await response.text();
					return response.status !== 404 && { status: response.status, text };
				});
			expect((await open({})).status).toBe(401);
			const opened = await open({ authorization: `Basic ${basic}` });
			expect(opened.status).toBe(200);
			expect(opened.text).toContain('CSV file');
			await request('POST', `${path}/deactivate`, {});
		});

		it('leaves nothing behind on Ctrl-C', async () => {
			const processes = command.processes();
			expect(processes.length).toBeGreaterThan(2);
			command.pressControlC();
			await command.exited;
			expect(command.printed()).toMatch(/\nStopping …\nStopped\.\n$/);
			expect(processes.filter(isRunning)).toEqual([]);
			expect([await answers(port), await answers(sandboxPort)]).toEqual([false, false]);
		});
	});

	describe('stopped while it starts', () => {
		it('says so on Ctrl-C, and calls no step failed', async () => {
			const command = start();
			await command.untilPrinted(/Building and packing/);
			command.pressControlC();
			expect(await command.exited).toBe(130);
			expect(command.printed()).toMatch(/\nStopping …\nStopped\.\n$/);
			expect(command.printed()).not.toMatch(/✗|npm stopped|ended with/);
		});

		it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
			'ends everything when npm alone gets %s',
			async (signal) => {
				const command = start();
				await command.untilPrinted(/Starting n8n …/);
				const processes = command.processes();
				expect(processes.length).toBeGreaterThan(1);
				command.signalNpm(signal);
				await command.exited;
				expect(command.printed()).toMatch(/\nStopping …\nStopped\.\n$/);
				expect(command.printed()).not.toContain('✗');
				expect(processes.filter(isRunning)).toEqual([]);
				expect([await answers(port), await answers(sandboxPort)]).toEqual([false, false]);
			},
		);
	});

	it('comes to the same result a second time and stops by itself with --once', async () => {
		const command = start(['--once']);
		expect(await command.exited).toBe(0);
		expect(lastLines(command.printed())).toEqual(LAST_LINES);
	});

	it('runs the example against Persona itself with a sandbox key', async () => {
		const persona = closeLater(await startSandbox());
		const command = start(['--once'], {
			PERSONA_API_KEY: 'persona_sandbox_of_mine',
			PERSONA_BASE_URL: persona.url,
		});
		expect(await command.exited).toBe(0);
		expect(lastLines(command.printed())).toEqual(LAST_LINES);
		expect(persona.accounts()).toHaveLength(CONTACTS.length);
	});

	it('sends nothing by itself with any other key', async () => {
		const persona = closeLater(await listen());
		const command = start(['--once'], {
			PERSONA_API_KEY: 'persona_production_of_mine',
			PERSONA_BASE_URL: persona.url,
		});
		expect(await command.exited).toBe(1);
		expect(command.printed()).toContain('Nothing was sent');
		expect(command.printed()).not.toContain('persona_production_of_mine');
		expect(persona.connections()).toBe(0);
	});

	it.each([
		['n8n', '--port', 5690],
		['the sandbox', '--sandbox-port', 4011],
	])('names the command to use when the port for %s is in use', async (purpose, option, least) => {
		const { port: taken } = closeLater(await listen());
		const command = start([option, String(taken)]);
		expect(await command.exited).toBe(1);
		const [sentence, , proposal = ''] = command.printed().trim().split('\n');
		expect(sentence).toBe(
			`Port ${taken} for ${purpose} is in use. Stop what uses it, or run this command instead:`,
		);
		const [, other = ''] =
			new RegExp(`^  npm start -- .*--folder ${folder} ${option} (\\d+)$`).exec(proposal) ?? [];
		expect(Number(other)).toBeGreaterThanOrEqual(least);
		expect(await answers(Number(other))).toBe(false);
	});
});

function lastLines(printed: string): string[] {
	const lines = printed
		.trim()
		.replace(/mprt_\w+/g, 'mprt_…')
		.split('\n');
	return lines.slice(-LAST_LINES.length);
}

function sorted(values: object[]): string[] {
	return values.map((value) => JSON.stringify(value)).sort();
}
