import { created, Triggers } from '../support/triggers';

const triggers = new Triggers().use();

/** Events in the burst; many more take minutes. */
const BURST = Number(process.env.TRIGGER_BURST ?? 300);

describe('an event that comes again', () => {
	const event = created('act_1', { id: 'evt_1' });

	it('starts nothing', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		expect(await triggers.statusesOf(event, event, created('act_2'))).toEqual([200, 200, 200]);
		expect(host.executions).toHaveLength(2);
	});

	it('starts nothing after n8n was started again, nor in another process', async () => {
		const [host, other] = [await triggers.hostFor(), await triggers.hostFor()];
		await host.activate();
		await triggers.sandbox.emit(event);
		triggers.sandbox.webhooks()[0]!.url = `${other.url}webhook/hook/webhook`;
		other.stored = host.stored;
		expect(await triggers.statusesOf(event)).toEqual([200]);
		expect(other.executions).toEqual([]);
	});

	it('starts an execution if n8n could not start one before', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		host.isBroken = true;
		expect(await triggers.statusesOf(event)).toEqual([500]);
		host.isBroken = false;
		expect(await triggers.statusesOf(event, event)).toEqual([200, 200]);
		expect(host.executions).toHaveLength(1);
	});

	it('is sent away while the first one is not answered', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		let arrived: (answer: () => void) => void;
		const waiting = new Promise<() => void>((resolve) => (arrived = resolve));
		host.beforeAnswer = () => new Promise<void>((resolve) => arrived(resolve));
		const first = triggers.statusesOf(event);
		const release = await waiting;
		host.beforeAnswer = () => Promise.resolve();
		expect(await triggers.statusesOf(event)).toEqual([503]);
		release();
		expect(await first).toEqual([200]);
		expect(await triggers.statusesOf(event)).toEqual([200]);
		expect(host.executions).toHaveLength(1);
	});

	it(
		'starts nothing in a burst, of which each event starts one execution',
		async () => {
			const host = await triggers.hostFor();
			await host.activate();
			// As with a slow database: what was stored last is from whichever request ended last.
			host.beforeAnswer = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
			const ids = Array.from({ length: BURST }, (_, index) => `evt_${String(index)}`);
			const sendAll = async () => {
				const left = [...ids];
				const sendSome = async () => {
					for (let id = left.pop(); id !== undefined; id = left.pop()) {
						await triggers.sandbox.emit(created('act_1', { id }));
					}
				};
				await Promise.all(Array.from({ length: 50 }, sendSome));
			};
			await sendAll();
			expect(host.executions).toHaveLength(BURST);
			await sendAll();
			expect(host.executions).toHaveLength(BURST);
			// On a busy machine an answer may take longer than the five seconds that Persona waits.
			const statuses = triggers.sandbox.deliveries.map(({ status }) => status);
			expect(statuses.filter((status) => status !== 200 && status !== null)).toEqual([]);
		},
		30_000 + BURST * 100,
	);
});
