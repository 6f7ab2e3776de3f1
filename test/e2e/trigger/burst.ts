import { activate, deactivate, endedExecutions } from '../support/triggers';
import { until } from '../support/until';
import { created, type TriggerSetup } from './setup';

/** Events in the burst, and how many are on their way at a time. */
export const BURST = Number(process.env.TRIGGER_BURST ?? 200);
const AT_A_TIME = 5;

/** Many events at a time. */
export function describeBurst(setup: TriggerSetup): void {
	it(`starts one execution for each of ${BURST} events that come at once, repeated ones included`, async () => {
		const workflow = setup.workflowFor('burstOfEvents');
		await activate(setup.instance, workflow);
		const ids = Array.from({ length: BURST }, (_, index) => `evt_burst${String(index)}`);
		// Every tenth comes twice at the same time.
		const queue = ids.flatMap((id, index) => (index % 10 === 0 ? [id, id] : [id]));
		let slowest = 0;
		const start = Date.now();
		const send = async () => {
			for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
				const begin = performance.now();
				await setup.persona.emit(created(id.replace('evt', 'act'), { id }));
				slowest = Math.max(slowest, performance.now() - begin);
			}
		};
		await Promise.all(Array.from({ length: AT_A_TIME }, send));
		console.log(`${BURST} events in ${Date.now() - start} ms, slowest ${Math.round(slowest)} ms`);
		expect(slowest).toBeLessThan(5000);
		await until('every event to be taken', () => {
			const taken = setup.persona.deliveries.filter(({ status }) => status === 200);
			return new Set(taken.map(({ eventId }) => eventId)).size === BURST;
		});
		expect((await endedExecutions(setup.instance, workflow)).count).toBe(BURST);
		await deactivate(setup.instance, workflow);
	});
}
