import {
	endedExecutionsOf,
	executionsOf,
	peopleOf,
	publish,
	trigger,
} from '../e2e/support/automation';
import { SETUP_LIMIT } from '../e2e/support/instance';
import {
	activate,
	deactivate,
	endedExecutions,
	itemsOf,
	triggerWorkflow,
} from '../e2e/support/triggers';
import { until } from '../e2e/support/until';
import { untilEnded } from '../../scripts/n8n/run';
import { newCluster, type Cluster } from './support/cluster';

jest.setTimeout(300_000);

/** Longest time for n8n to store the end of an execution, in milliseconds. */
const LIMIT = 30_000;

const REDACTION = {
	id: 'redaction',
	parameters: {
		operation: 'redact',
		accountId: '={{ $json.accountId }}',
		dryRun: false,
	},
};

describe('In queue mode', () => {
	let cluster: Cluster;

	beforeAll(async () => {
		cluster = await newCluster();
		await cluster.startWorker('first');
	}, SETUP_LIMIT);

	beforeEach(() => cluster.sandbox.reset());

	afterAll(() => cluster?.close());

	it('a second run goes on where a worker was killed while it redacted', async () => {
		const { sandbox, request } = cluster;
		const accounts = Array.from({ length: 6 }, () => sandbox.addAccount({ nameFirst: 'Amara' }));
		const other = sandbox.addAccount({ nameFirst: 'Zoë' });
		const people = accounts.map(({ id }) => ({ ...peopleOf('redaction')[0]!, accountId: id }));
		const redacted = () => accounts.map(({ redactedAt }) => redactedAt !== null);
		const on = { method: 'DELETE', path: `/accounts/${accounts[3]!.id}` };
		sandbox.faults.add({ kind: 'slow', milliseconds: 60_000, on });
		await publish(cluster, REDACTION);
		await trigger(cluster, REDACTION, people);
		await until('the fourth account', () => sandbox.requests.some(({ path }) => path === on.path));
		await cluster.killWorker('first');
		await cluster.startWorker('second');
		const before = redacted();
		expect(before.slice(0, 3)).toEqual([true, true, true]);
		expect(before.slice(4)).toEqual([false, false]);

		const [{ id } = { id: '' }] = await endedExecutionsOf(cluster, REDACTION);
		const ended = await untilEnded(request, id, LIMIT);
		expect(ended!.status).toBe('error');
		expect(ended!.data.resultData.error?.message).toContain(
			'This execution failed to be processed too many times',
		);
		expect(redacted()).toEqual(before);

		await trigger(cluster, REDACTION, people);
		const [again] = await until('the second run', async () => {
			const all = await executionsOf(cluster, REDACTION);
			return all.length === 2 && all.every(({ status }) => !/new|running/.test(status)) && all;
		});
		const receipts = await itemsOf(cluster, again!.id, 'Persona');
		expect(receipts.map(({ accountId, outcome }) => [accountId, outcome])).toEqual(
			accounts.map((account, index) => [
				account.id,
				before[index] ? 'alreadyRedacted' : 'redacted',
			]),
		);
		expect(redacted()).toEqual(Array(6).fill(true));
		expect(other.redactedAt).toBeNull();
	});

	it('the trigger starts one execution for each event that a webhook processor gets', async () => {
		const { sandbox } = cluster;
		const url = await cluster.useWebhookProcessor();
		const made = triggerWorkflow(cluster, 'processedEvents', { events: ['account.created'] });
		const workflow = await activate(cluster, made);
		expect(sandbox.webhooks()).toMatchObject([
			{ status: 'enabled', url: `${url}/webhook/processedEvents-webhook/webhook` },
		]);
		const send = (id: string) =>
			sandbox.emit({ id, name: 'account.created', data: { type: 'account', id: 'act_1' } });
		await until('the webhook of the processor', async () => {
			const [delivery] = await send('evt_first');
			return delivery!.status === 200;
		});
		const ids = Array.from({ length: 30 }, (_, index) => `evt_${index}`);
		// Every third comes twice at the same time, and the first ones come again at the end.
		const twice = ids.flatMap((id, index) => (index % 3 === 0 ? [id, id] : [id]));
		await Promise.all(twice.map(send));
		await Promise.all(ids.slice(0, 5).map(send));
		await sandbox.emit({ id: 'evt_bad', name: 'account.created', data: {}, flaw: 'wrongSecret' });
		expect(sandbox.deliveries.at(-1)!.status).toBe(401);
		const { count } = await endedExecutions(cluster, workflow);
		expect(count).toBe(1 + ids.length);
		await deactivate(cluster, workflow);
		expect(sandbox.webhooks()[0]!.status).toBe('archived');
	});
});
