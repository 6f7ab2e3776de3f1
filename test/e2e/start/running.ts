import { restClient } from '../../../scripts/n8n/rest';
import { enterAsOwner } from '../../../scripts/n8n/setup';
import type { Workflow } from '../../../scripts/n8n/types';
import { LOOPBACK } from '../../../scripts/shared/ports';
import { readExamples } from '../../../scripts/start/examples';
import { LOGIN } from '../../../scripts/start/login';
import { readAccounts } from '../support/accountsApi';
import { isRunning, npm, type Command } from '../support/command';
import { answers } from '../support/listener';
import { until } from '../support/until';
import { CONTACTS, type Demo, LAST_LINES } from './demo';

const SANDBOX_KEY = 'persona_sandbox_example';

/** The demo as somebody uses it. */
export function describeRunning(demo: Demo): void {
	describe('while it runs', () => {
		let command: Command;

		beforeAll(async () => {
			command = npm(['start', '--', ...demo.own()]);
			await command.untilPrinted(/Ctrl-C stops everything/);
		});

		afterAll(() => command.close());

		it('has imported the main example', async () => {
			expect(command.printed().replace(/mprt_\w+/g, 'mprt_…')).toContain(LAST_LINES.join('\n'));
			const accounts = await readAccounts(
				`http://${LOOPBACK}:${demo.sandboxPort}/api/v1`,
				SANDBOX_KEY,
			);
			expect(sorted(accounts)).toEqual(
				sorted(CONTACTS.map((one) => ({ ...one, tags: undefined }))),
			);
		});

		it('says what another credential needs, and last where the editor is and how it ends', () => {
			const lines = command.printed().trimEnd().split('\n');
			expect(lines).toContain(`  API Key   ${SANDBOX_KEY}`);
			expect(lines).toContain(`  Base URL  http://${LOOPBACK}:${demo.sandboxPort}/api/v1`);
			expect(lines.slice(-5)).toEqual([
				`  Editor    ${demo.editor}/workflow/personaImportAccts`,
				`  Login     ${LOGIN.email}`,
				`  Password  ${LOGIN.password}`,
				'',
				'Ctrl-C stops everything.',
			]);
		});

		it('says to a second start where it is, and goes on', async () => {
			const second = demo.start();
			expect(await second.exited).toBe(0);
			expect(second.printed().trim()).toBe(
				`The demo is already running, open ${demo.editor}/workflow/personaImportAccts`,
			);
			expect([await answers(demo.port), await answers(demo.sandboxPort)]).toEqual([true, true]);
		});

		it('does not tell a second start with --once that the example was run', async () => {
			const second = demo.start(['--once']);
			expect(await second.exited).toBe(1);
			expect(second.printed().trim()).toMatch(/^The demo is already running, open \S+$/);
		});

		it('has the credentials that the examples name, but for a language model', async () => {
			const request = restClient(demo.editor);
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
			const request = restClient(demo.editor);
			await enterAsOwner(request, LOGIN);
			const path = '/workflows/personaCsvFile01';
			const { versionId, nodes } = await request<Workflow & { versionId: string }>('GET', path);
			await request('POST', `${path}/activate`, { versionId });
			const page = `${demo.editor}/form/${nodes.find(({ webhookId }) => webhookId)?.webhookId}`;
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
			expect([await answers(demo.port), await answers(demo.sandboxPort)]).toEqual([false, false]);
		});
	});
}

function sorted(values: object[]): string[] {
	return values.map((value) => JSON.stringify(value)).sort();
}
