import { readFileSync } from 'node:fs';
import {
	endedExecutionsOf,
	publish,
	trigger,
	type Automation,
	type Person,
} from '../e2e/support/automation';
import { effectOf, type Effect } from '../e2e/support/effect';
import { until } from '../e2e/support/until';
import type { Outcome } from '../e2e/restart/outcome';
import type { Cluster } from './support/cluster';

const MANY = 50;
const FEW = 10;

function numbered(id: string, number: number): Person[] {
	return ['Zoë', '美咲', 'Amara'].map((name) => ({
		name_first: `${name} ${number}`,
		name_last: id,
	}));
}

/** Many executions at once, on both workers. */
export function describeMany(cluster: () => Cluster, outcomes: Outcome[]): void {
	/** Starts an execution for each of some groups of people, all of them before any gets its answer. */
	async function runAtOnce(automation: Automation, groups: Person[][]): Promise<Effect> {
		const { sandbox, gate } = cluster();
		sandbox.reset();
		await publish(cluster(), automation);
		gate.holds = 'answers';
		for (const people of groups) await trigger(cluster(), automation, people);
		await until('all uploads at once', () => gate.open() === groups.length);
		gate.release();
		const ended = await endedExecutionsOf(cluster(), automation);
		expect(ended.map(({ status }) => status)).toEqual(groups.map(() => 'success'));
		const people = new Map(groups.flat().map((person) => [person.name_first, person]));
		return await effectOf(sandbox, automation, [...people.values()]);
	}

	describe('many executions at once', () => {
		it('send each row once, and both workers take their share', async () => {
			const automation = { id: 'many' };
			const groups = Array.from({ length: MANY }, (_, index) => numbered(automation.id, index));
			const effect = await runAtOnce(automation, groups);
			const what = `${MANY} executions at once on two workers, each with its own rows`;
			const seen = { idempotency: 'Once per Content', status: 'success', next: '–' } as const;
			outcomes.push({ what, ...seen, ...effect });
			expect(effect).toEqual({ uploads: MANY, imports: MANY, held: 1 });
			for (const name of ['second', 'third'] as const) {
				expect(readFileSync(cluster().logOf(name), 'utf8')).toContain('Worker finished execution');
			}
		});

		it.each([
			['Once per Content', {}, { uploads: FEW, imports: 1, held: 1 }],
			['None', { idempotency: 'none' }, { uploads: FEW, imports: FEW, held: FEW }],
		] as const)('send the same rows, %s', async (idempotency, options, expected) => {
			const id = `same${idempotency.replaceAll(' ', '')}`;
			const automation = { id, parameters: { options } };
			const groups = Array.from({ length: FEW }, () => numbered(id, 0));
			const effect = await runAtOnce(automation, groups);
			const what = `${FEW} executions at once on two workers, all with the same rows`;
			outcomes.push({ what, idempotency, status: 'success', next: '–', ...effect });
			expect(effect).toEqual(expected);
		});
	});
}
