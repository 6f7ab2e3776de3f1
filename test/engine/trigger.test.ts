import { createHmac } from 'node:crypto';

import type { NodeApiError } from 'n8n-workflow';

import { startSandbox, type Flaw, type Sandbox } from '../../sandbox';
import { TriggerHost } from './support/triggerHost';

/** Events in the burst; many more take minutes. */
const BURST = Number(process.env.TRIGGER_BURST ?? 300);

const account = (id: string) => ({ type: 'account', id, attributes: {} });
const created = (id: string, more: { id?: string; flaw?: Flaw } = {}) => ({
	name: 'account.created',
	data: account(id),
	...more,
});

let sandbox: Sandbox;
const hosts: TriggerHost[] = [];
let workflows = 0;

beforeAll(async () => {
	sandbox = await startSandbox({ webhookRetryMilliseconds: [] });
});
beforeEach(() => sandbox.reset());
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.close()));
});
afterAll(() => sandbox.close());

async function hostFor(parameters = {}, more: { address?: string; baseUrl?: string } = {}) {
	const { address, baseUrl = sandbox.url } = more;
	const host = await TriggerHost.start({
		parameters: { events: ['account.created'], ...parameters },
		access: { apiKey: sandbox.apiKey, baseUrl },
		address,
		workflowId: `wf${String(++workflows)}`,
	});
	hosts.push(host);
	return host;
}

const statusesOf = async (...events: Parameters<Sandbox['emit']>[0][]) => {
	const statuses: (number | null)[] = [];
	for (const event of events) {
		for (const { status } of await sandbox.emit(event)) statuses.push(status);
	}
	return statuses;
};

/** What stopped an activation. */
const refusalOf = async (host: TriggerHost) =>
	await host.activate().then(
		() => undefined,
		(error: unknown) => error as NodeApiError,
	);

describe('the webhook', () => {
	it('is created as the node is set up', async () => {
		const options = {
			personaVersion: '2025-12-08',
			keyInflection: 'camel',
			includeRelated: true,
			otherEvents: 'custom.order.approved, account.created',
		};
		const host = await hostFor({ events: ['inquiry.approved'], options });
		await host.activate();
		expect(sandbox.webhooks()).toEqual([
			expect.objectContaining({
				status: 'enabled',
				name: 'n8n: Follow up',
				url: `${host.url}webhook/hook/webhook`,
				enabledEvents: ['inquiry.approved', 'custom.order.approved', 'account.created'],
				apiVersion: '2025-12-08',
				apiKeyInflection: 'camel',
				includedAllowlist: { state: 'include_all' },
			}),
		]);
		const object = { type: 'account', id: 'act_1', attributes: { 'created-at': 'x' } };
		await sandbox.emit({ name: 'account.created', data: object, included: [object] });
		const camel = { type: 'account', id: 'act_1', attributes: { createdAt: 'x' } };
		expect(host.executions).toEqual([
			[{ json: expect.objectContaining({ data: camel, included: [camel] }) as object }],
		]);
	});

	it('stays as it is when n8n starts again', async () => {
		const host = await hostFor();
		await host.activate();
		const before = structuredClone(sandbox.webhooks());
		sandbox.requests.length = 0;
		await host.activate('init');
		expect(sandbox.webhooks()).toEqual(before);
		expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
	});

	it('is kept when n8n starts while Persona is away', async () => {
		const host = await hostFor();
		await host.activate();
		sandbox.faults.add({ kind: 'status', status: 503, times: 9 });
		await host.activate('init');
		sandbox.faults.clear();
		expect(sandbox.webhooks()).toHaveLength(1);
		expect(await statusesOf(created('act_1'))).toEqual([200]);
	});

	it('is used again if an earlier one is left, and brought up to date', async () => {
		const host = await hostFor();
		await host.activate();
		host.stored = '{}';
		const [webhook] = sandbox.webhooks();
		Object.assign(webhook!, { status: 'disabled', enabledEvents: ['account.archived'] });
		await host.activate();
		expect(sandbox.webhooks()).toEqual([
			expect.objectContaining({ status: 'enabled', enabledEvents: ['account.created'] }),
		]);
		expect(await statusesOf(created('act_1'))).toEqual([200]);
	});

	it('is made anew if it was archived in the dashboard', async () => {
		const host = await hostFor();
		await host.activate();
		sandbox.webhooks()[0]!.status = 'archived';
		await host.activate('init');
		expect(sandbox.webhooks().map(({ status }) => status)).toEqual(['archived', 'enabled']);
		expect(await statusesOf(created('act_1'))).toEqual([200]);
	});

	it('is archived, also when it has been archived already', async () => {
		const host = await hostFor();
		await host.activate();
		expect(await host.run('delete')).toBe(true);
		expect(sandbox.webhooks()[0]!.status).toBe('archived');
		expect(JSON.parse(host.stored)).not.toHaveProperty(['node:Trigger', 'webhookId']);
		expect(await host.run('delete')).toBe(true);
	});

	it('is found again by the next activation if it could not be archived', async () => {
		const host = await hostFor();
		await host.activate();
		sandbox.faults.add({ kind: 'status', status: 403, times: 2 });
		await expect(host.run('delete')).rejects.toThrow(
			"The trigger's webhook could not be archived in Persona",
		);
		await host.activate();
		expect(sandbox.webhooks().map(({ status }) => status)).toEqual(['enabled']);
	});

	it('is one of its own in a test, and gone after it', async () => {
		const host = await hostFor();
		await host.activate('manual');
		expect(sandbox.webhooks()[0]).toMatchObject({
			status: 'enabled',
			name: 'n8n: Follow up (test)',
			url: `${host.url}webhook-test/hook/webhook`,
		});
		const event = created('act_1', { id: 'evt_again' });
		expect(await statusesOf(event, event)).toEqual([200, 200]);
		expect(host.executions).toHaveLength(2);
		await host.run('delete', 'manual');
		expect(sandbox.webhooks().map(({ status }) => status)).toEqual(['archived']);
	});
});

describe('an activation that does not work', () => {
	it.each([
		[401, /\/webhooks$/, 'Persona does not accept the API key (HTTP 401)'],
		[403, /\/webhooks$/, 'Persona does not let this API key manage webhooks (HTTP 403)'],
		[422, /\/enable$/, 'Persona did not accept the webhook (HTTP 422)'],
	])('%i is told, and nothing is left enabled', async (status, path, message) => {
		const host = await hostFor();
		sandbox.faults.add({ kind: 'status', status, on: { method: 'POST', path } });
		expect((await refusalOf(host))?.message).toBe(message);
		expect(sandbox.webhooks().filter((one) => one.status !== 'archived')).toEqual([]);
		await host.activate();
		expect(sandbox.webhooks().at(-1)?.status).toBe('enabled');
	});

	it('names the permissions that the API key needs', async () => {
		const host = await hostFor();
		sandbox.faults.add({ kind: 'status', status: 403, on: { path: '/webhooks' } });
		expect((await refusalOf(host))?.description).toContain('webhook.read and webhook.write');
	});

	it.each([
		[{ events: [] }, "'Events' is empty"],
		[
			{ options: { otherEvents: 'Account created' } },
			"'Other Events' holds something that is not the name of an event",
		],
		[{ options: { tolerance: 0 } }, "'Signature Tolerance' is not a number from 1"],
		[{ setup: 'manual', secret: ' ' }, "'Webhook Secret' is empty"],
	])('%j', async (parameters, message) => {
		expect((await refusalOf(await hostFor(parameters)))?.message).toBe(message);
		expect(sandbox.requests).toEqual([]);
	});

	it.each(['http://n8n.example/', 'https://localhost:5678/'])(
		'an address such as %s, which Persona cannot reach',
		async (address) => {
			const baseUrl = 'https://persona.invalid/api/v1';
			const refusal = await refusalOf(await hostFor({}, { address, baseUrl }));
			expect(refusal?.message).toMatch(/^Persona cannot reach this n8n/);
		},
	);
});

describe('a request', () => {
	it.each<Flaw>(['unsigned', 'wrongSecret', 'withoutTime', 'old', 'early', 'changedBody'])(
		'starts nothing if it is %s',
		async (flaw) => {
			const host = await hostFor();
			await host.activate();
			expect(await statusesOf(created('act_1', { flaw }))).toEqual([401]);
			expect(host.executions).toEqual([]);
			expect(host.stored).not.toContain('seen');
		},
	);

	it('may be older if the node is set so', async () => {
		const host = await hostFor({ options: { tolerance: 3700 } });
		await host.activate();
		expect(await statusesOf(created('act_1', { flaw: 'old' }))).toEqual([200]);
	});

	it('starts nothing if it tells of another event', async () => {
		const host = await hostFor({ setup: 'manual', secret: 'wbhsec_hand' });
		const send = async (body: string) => {
			const time = Math.floor(Date.now() / 1000);
			const hmac = createHmac('sha256', 'wbhsec_hand').update(`${time}.${body}`).digest('hex');
			const headers = { 'persona-signature': `t=${time},v1=${hmac}` };
			const init = { method: 'POST', body, headers };
			return (await fetch(`${host.url}webhook/hook/webhook`, init)).status;
		};
		const event = (name: string) =>
			JSON.stringify({ data: { type: 'event', id: `evt_${name}`, attributes: { name } } });
		expect(await send(event('account.redacted'))).toBe(200);
		expect(await send('{"hello":"world"}')).toBe(400);
		expect(host.executions).toEqual([]);
		expect(await send(event('account.created'))).toBe(200);
		expect(host.executions).toHaveLength(1);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('rotated secrets', () => {
	it('are read again, once a minute at most', async () => {
		const host = await hostFor();
		await host.activate();
		const [webhook] = sandbox.webhooks();
		webhook!.secrets = [{ value: 'wbhsec_new', expiresAt: null }];
		sandbox.requests.length = 0;
		expect(await statusesOf(created('act_1'), created('act_2'))).toEqual([200, 200]);
		expect(sandbox.requests).toHaveLength(1);
		expect(host.stored).toContain('wbhsec_new');
		const flaw = 'wrongSecret';
		expect(await statusesOf(created('a', { flaw }), created('b', { flaw }))).toEqual([401, 401]);
		expect(sandbox.requests).toHaveLength(1);
	});

	it('that have ended are not accepted any more', async () => {
		const host = await hostFor();
		await host.activate();
		const data = JSON.parse(host.stored) as Record<string, { secrets: { expiresAt: string }[] }>;
		data['node:Trigger']!.secrets[0]!.expiresAt = new Date(Date.now() - 1).toISOString();
		host.stored = JSON.stringify(data);
		sandbox.faults.add({ kind: 'status', status: 503, times: 9 });
		expect(await statusesOf(created('act_1'))).toEqual([401]);
	});
});

describe('an event that comes again', () => {
	const event = created('act_1', { id: 'evt_1' });

	it('starts nothing', async () => {
		const host = await hostFor();
		await host.activate();
		expect(await statusesOf(event, event, created('act_2'))).toEqual([200, 200, 200]);
		expect(host.executions).toHaveLength(2);
	});

	it('starts nothing after n8n was started again, nor in another process', async () => {
		const [host, other] = [await hostFor(), await hostFor()];
		await host.activate();
		await sandbox.emit(event);
		sandbox.webhooks()[0]!.url = `${other.url}webhook/hook/webhook`;
		other.stored = host.stored;
		expect(await statusesOf(event)).toEqual([200]);
		expect(other.executions).toEqual([]);
	});

	it('starts an execution if n8n could not start one before', async () => {
		const host = await hostFor();
		await host.activate();
		host.isBroken = true;
		expect(await statusesOf(event)).toEqual([500]);
		host.isBroken = false;
		expect(await statusesOf(event, event)).toEqual([200, 200]);
		expect(host.executions).toHaveLength(1);
	});

	it('is sent away while the first one is not answered', async () => {
		const host = await hostFor();
		await host.activate();
		let arrived: (answer: () => void) => void;
		const waiting = new Promise<() => void>((resolve) => (arrived = resolve));
		host.beforeAnswer = () => new Promise<void>((resolve) => arrived(resolve));
		const first = statusesOf(event);
		const release = await waiting;
		host.beforeAnswer = () => Promise.resolve();
		expect(await statusesOf(event)).toEqual([503]);
		release();
		expect(await first).toEqual([200]);
		expect(await statusesOf(event)).toEqual([200]);
		expect(host.executions).toHaveLength(1);
	});

	it(
		'starts nothing in a burst, of which each event starts one execution',
		async () => {
			const host = await hostFor();
			await host.activate();
			// As with a slow database: what was stored last is from whichever request ended last.
			host.beforeAnswer = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
			const ids = Array.from({ length: BURST }, (_, index) => `evt_${String(index)}`);
			const sendAll = async () => {
				const left = [...ids];
				const sendSome = async () => {
					for (let id = left.pop(); id !== undefined; id = left.pop()) {
						await sandbox.emit(created('act_1', { id }));
					}
				};
				await Promise.all(Array.from({ length: 50 }, sendSome));
			};
			await sendAll();
			expect(host.executions).toHaveLength(BURST);
			await sendAll();
			expect(host.executions).toHaveLength(BURST);
			// On a busy machine an answer may take longer than the five seconds that Persona waits.
			const statuses = sandbox.deliveries.map(({ status }) => status);
			expect(statuses.filter((status) => status !== 200 && status !== null)).toEqual([]);
		},
		30_000 + BURST * 100,
	);
});
