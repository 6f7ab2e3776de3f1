import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, runWorkflow, type PersonaNode } from './support/engine';

/** Counts the turns of the event loop during a run. */
async function turnsOf(sandbox: Sandbox, rows: IDataObject[], node: PersonaNode) {
	let turns = 0;
	const timer = setInterval(() => turns++, 1);
	const start = performance.now();
	const run = await runWorkflow(importWorkflow(rows, node), {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.url,
	});
	const wall = performance.now() - start;
	clearInterval(timer);
	return { run, turns, wall };
}

const people = (count: number, more: IDataObject = {}) =>
	Array.from({ length: count }, (_, n) => ({ id: `a-${n}`, 'First Name': 'Zoë', ...more }));

describe('the event loop turns', () => {
	let sandbox: Sandbox;

	beforeAll(async () => (sandbox = await startSandbox({ processingMilliseconds: Infinity })));
	beforeEach(() => sandbox.reset());
	afterAll(() => sandbox.close());

	const byHand = {
		mappingMode: 'defineBelow',
		value: { reference_id: '={{ $json.id }}', name_first: '={{ $json["First Name"] + "" }}' },
	};

	it.each<[string, IDataObject[], PersonaNode]>([
		['while rows are mapped, checked and sent', people(50_000), {}],
		['while expressions are evaluated', people(3_000), { parameters: { columns: byHand } }],
		[
			'while items say why rows were rejected',
			people(50_000, { birthdate: 'never' }),
			{ settings: { onError: 'continueRegularOutput' } },
		],
	])('%s', async (_name, rows, node) => {
		const { run, turns, wall } = await turnsOf(sandbox, rows, node);
		expect(outputOf(run).length).toBeGreaterThan(0);
		// A pause comes after 15 ms of work; a busy machine may stretch that, but not by so much.
		expect(turns).toBeGreaterThan(wall / 200);
	});
});
