import { createHmac } from 'node:crypto';

import type { Flaw } from '../../../sandbox';
import { created, Triggers } from '../support/triggers';

const triggers = new Triggers().use();

describe('a request', () => {
	it.each<Flaw>(['unsigned', 'wrongSecret', 'withoutTime', 'old', 'early', 'changedBody'])(
		'starts nothing if it is %s',
		async (flaw) => {
			const host = await triggers.hostFor();
			await host.activate();
			expect(await triggers.statusesOf(created('act_1', { flaw }))).toEqual([401]);
			expect(host.executions).toEqual([]);
			expect(host.stored).not.toContain('seen');
		},
	);

	it('may be older if the node is set so', async () => {
		const host = await triggers.hostFor({ options: { tolerance: 3700 } });
		await host.activate();
		expect(await triggers.statusesOf(created('act_1', { flaw: 'old' }))).toEqual([200]);
	});

	it('starts nothing if it tells of another event', async () => {
		const host = await triggers.hostFor({ setup: 'manual', secret: 'wbhsec_hand' });
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
		expect(triggers.sandbox.requests).toEqual([]);
	});
});

describe('rotated secrets', () => {
	it('are read again, once a minute at most', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		const [webhook] = triggers.sandbox.webhooks();
		webhook!.secrets = [{ value: 'wbhsec_new', expiresAt: null }];
		triggers.sandbox.requests.length = 0;
		expect(await triggers.statusesOf(created('act_1'), created('act_2'))).toEqual([200, 200]);
		expect(triggers.sandbox.requests).toHaveLength(1);
		expect(host.stored).toContain('wbhsec_new');
		const flaw = 'wrongSecret';
		expect(await triggers.statusesOf(created('a', { flaw }), created('b', { flaw }))).toEqual([
			401, 401,
		]);
		expect(triggers.sandbox.requests).toHaveLength(1);
	});

	it('that have ended are not accepted any more', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		const data = JSON.parse(host.stored) as Record<string, { secrets: { expiresAt: string }[] }>;
		data['node:Trigger']!.secrets[0]!.expiresAt = new Date(Date.now() - 1).toISOString();
		host.stored = JSON.stringify(data);
		triggers.sandbox.faults.add({ kind: 'status', status: 503, times: 9 });
		expect(await triggers.statusesOf(created('act_1'))).toEqual([401]);
	});
});
