import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox';
import { freePort, LOOPBACK } from '../../scripts/shared/ports';
import { readAccounts } from './support/accountsApi';
import { npm, type Command } from './support/command';
import { contactsToImport } from './support/contacts';
import { SETUP_LIMIT } from './support/instance';
import { answers, listen } from './support/listener';

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
		const ports = ['--port', String(port), '--sandbox-port', String(sandboxPort)];
		return closeLater(npm(['start', '--', ...ports, '--folder', folder, ...args], env));
	}

	function closeLater<Opened extends { close(): unknown }>(open: Opened): Opened {
		opened.push(open);
		return open;
	}

	it('imports the main example, keeps running, and leaves nothing behind on Ctrl-C', async () => {
		const command = start();
		await command.untilPrinted(/Errors: .*\n/);
		expect(lastLines(command.printed())).toEqual(LAST_LINES);
		const accounts = await readAccounts(`http://${LOOPBACK}:${sandboxPort}/api/v1`, SANDBOX_KEY);
		expect(sorted(accounts)).toEqual(sorted(CONTACTS.map((one) => ({ ...one, tags: undefined }))));
		expect(await answers(port)).toBe(true);
		command.pressControlC();
		await command.exited;
		expect([await answers(port), await answers(sandboxPort)]).toEqual([false, false]);
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
		['n8n', '--port'],
		['the sandbox', '--sandbox-port'],
	])('says in one sentence that the port for %s is in use', async (purpose, option) => {
		const { port: taken } = closeLater(await listen());
		const command = start([option, String(taken)]);
		expect(await command.exited).toBe(1);
		expect(command.printed().trim()).toBe(
			`Port ${taken} for ${purpose} is in use; stop what uses it or choose another port with ${option}`,
		);
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
