import { startSandbox } from '../../sandbox';
import { CONTACTS, Demo, LAST_LINES, lastLines } from './start/demo';
import { describeRunning } from './start/running';
import { describeStopped } from './start/stopped';
import { SETUP_LIMIT } from './support/instance';
import { answers, listen } from './support/listener';

jest.setTimeout(SETUP_LIMIT);

describe('npm start', () => {
	const demo = new Demo().use();

	describeRunning(demo);
	describeStopped(demo);

	it('comes to the same result a second time and stops by itself with --once', async () => {
		const command = demo.start(['--once']);
		expect(await command.exited).toBe(0);
		expect(lastLines(command.printed())).toEqual(LAST_LINES);
	});

	it('runs the example against Persona itself with a sandbox key', async () => {
		const persona = demo.closeLater(await startSandbox());
		const command = demo.start(['--once'], {
			PERSONA_API_KEY: 'persona_sandbox_of_mine',
			PERSONA_BASE_URL: persona.url,
		});
		expect(await command.exited).toBe(0);
		expect(lastLines(command.printed())).toEqual(LAST_LINES);
		expect(persona.accounts()).toHaveLength(CONTACTS.length);
	});

	it('sends nothing by itself with any other key', async () => {
		const persona = demo.closeLater(await listen());
		const command = demo.start(['--once'], {
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
		const { port: taken } = demo.closeLater(await listen());
		const command = demo.start([option, String(taken)]);
		expect(await command.exited).toBe(1);
		const [sentence, , proposal = ''] = command.printed().trim().split('\n');
		expect(sentence).toBe(
			`Port ${taken} for ${purpose} is in use. Stop what uses it, or run this command instead:`,
		);
		const [, other = ''] =
			new RegExp(`^  npm start -- .*--folder ${demo.folder} ${option} (\\d+)$`).exec(proposal) ??
			[];
		expect(Number(other)).toBeGreaterThanOrEqual(least);
		expect(await answers(Number(other))).toBe(false);
	});
});
