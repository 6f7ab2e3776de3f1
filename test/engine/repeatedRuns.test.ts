import type { INode } from 'n8n-workflow';

import {
	hintsOf,
	importWorkflow,
	outputOf,
	type PersonaNode,
	reasonIn,
	runWorkflow,
	startWorkflow,
	type WorkflowFile,
	workflowOf,
} from './support/engine';
import { importerJson } from './support/importers';
import { PersonaStandIn } from './support/personaStandIn';

const HOUR = 3_600;
const on = { method: 'POST', path: '/importer/accounts' };

const persona = new PersonaStandIn().use({ processingMilliseconds: Infinity });

const ROWS = [{ name_first: 'Ann' }, { name_first: 'Bob' }];
const NOTHING_NEW =
	/^Nothing new was imported\. Persona already had these rows: this is the import from \d{4}-\d\d-\d\d \d\d:\d\d$/;

const importOf = async (node: PersonaNode = {}, rows: object[] = ROWS) =>
	await runWorkflow(importWorkflow(rows as never, node), persona.access);

const posts = () => persona.sandbox.requests.filter(({ method }) => method === 'POST');
const looks = () => persona.sandbox.requests.filter(({ method }) => method === 'GET');

/** Two triggers' worth of items, which reach the Persona node one after the other, as in a loop. */
function twice(rows: object[], node: PersonaNode = {}): WorkflowFile {
	const file = importWorkflow([], node);
	const set = (name: string): INode => ({
		...file.nodes[0]!,
		id: name,
		name,
		type: 'n8n-nodes-base.noOp',
	});
	const to = (...names: string[]) => ({
		main: [names.map((name) => ({ node: name, type: 'main' as const, index: 0 }))],
	});
	return {
		...file,
		nodes: [...file.nodes, set('First'), set('Second')],
		connections: { CRM: to('First', 'Second'), First: to('Persona'), Second: to('Persona') },
		pinData: { CRM: rows.map((json) => ({ json })) } as WorkflowFile['pinData'],
	};
}

describe('the same rows again', () => {
	it('return the earlier import as it is now, and say that nothing new was imported', async () => {
		const first = await importOf();
		expect(outputOf(first)[0]!.json).toMatchObject({
			attributes: { status: 'pending' },
			meta: { repeated: false },
		});
		expect(hintsOf(first)).not.toContainEqual(expect.stringMatching(NOTHING_NEW));
		await persona.sandbox.settle();
		persona.clock.pass(3 * HOUR);
		const second = await importOf();
		const [importer, ...others] = persona.sandbox.importers();
		expect(others).toEqual([]);
		expect(outputOf(second)).toHaveLength(1);
		expect(outputOf(second)[0]!.json).toMatchObject({
			...importerJson(importer!),
			attributes: { status: 'ready', 'successful-count': 2 },
			meta: { repeated: true, rows: 2 },
		});
		expect(hintsOf(second)).toContainEqual(expect.stringMatching(NOTHING_NEW));
		expect(looks().map(({ path }) => path)).toEqual([`/importers/${importer!.id}`]);
	});

	it('in several imports: says how many of them are earlier ones', async () => {
		const node = { parameters: { options: { rowsPerImport: 1 } } };
		await importOf(node, ROWS.slice(0, 1));
		persona.clock.pass(HOUR);
		const run = await importOf(node);
		expect(outputOf(run).map(({ json }) => (json.meta as { repeated: boolean }).repeated)).toEqual([
			true,
			false,
		]);
		expect(hintsOf(run)).toContain(
			'Persona already had the rows of 1 of 2 imports: nothing new was imported there',
		);
	});

	it('whose import cannot be fetched: returns what Persona repeated', async () => {
		await importOf();
		persona.clock.pass(HOUR);
		persona.sandbox.faults.add({ kind: 'status', status: 403, on: { method: 'GET' } });
		const run = await importOf();
		expect(outputOf(run)[0]!.json).toMatchObject({
			attributes: { status: 'pending' },
			meta: { repeated: true },
		});
	});

	it('within one execution, as in a loop: says so, whatever the clocks are', async () => {
		const file = twice(ROWS.slice(0, 1));
		const run = await runWorkflow(file, persona.access);
		const runs = run.data.resultData.runData.Persona!;
		expect(runs.map(({ data }) => data?.main?.[0]?.map(({ json }) => json.meta))).toMatchObject([
			[{ repeated: false }],
			[{ repeated: true }],
		]);
		expect(persona.sandbox.importers()).toHaveLength(1);
		expect(hintsOf(run)).toContainEqual(expect.stringMatching(NOTHING_NEW));
	});

	it('sent again by Retry On Fail: are not called earlier ones, and what arrived is not sent again', async () => {
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1_000 };
		const file = importWorkflow(ROWS, { parameters: { options: { rowsPerImport: 1 } }, settings });
		persona.sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
		persona.sandbox.faults.add({ kind: 'status', status: 422, on });
		const run = await runWorkflow(file, persona.access);
		expect(posts()).toHaveLength(3);
		expect(persona.sandbox.importers()).toHaveLength(2);
		const metas = outputOf(run).map(({ json }) => json.meta);
		expect(metas).toMatchObject([{ repeated: false }, { repeated: false }]);
	});
});

describe('after Persona refused rows for good', () => {
	const refuse = () => persona.sandbox.faults.add({ kind: 'status', status: 422, on });

	it('the next execution sends them under a new key, once, in a workflow whose static data is kept', async () => {
		const file = importWorkflow(ROWS);
		const workflow = workflowOf(file);
		refuse();
		const refused = await startWorkflow(file, persona.access, undefined, workflow);
		expect(refused.data.resultData.error?.message).toBe(
			'Persona did not accept the file (HTTP 422)',
		);
		const accepted = await startWorkflow(file, persona.access, undefined, workflow);
		expect(outputOf(accepted)[0]!.json.meta).toMatchObject({ repeated: false });
		await startWorkflow(file, persona.access, undefined, workflow);
		expect(persona.sandbox.importers()).toHaveLength(1);
		const keys = posts().map(({ headers }) => headers['idempotency-key']);
		expect(new Set(keys).size).toBe(2);
		expect(keys[2]).toBe(keys[1]);
	});

	it("a refusal that may be a firewall's keeps the key", async () => {
		const workflow = workflowOf(importWorkflow(ROWS));
		persona.sandbox.faults.add({ kind: 'html', status: 403, on });
		for (let executions = 0; executions < 2; executions++) {
			await startWorkflow(importWorkflow(ROWS), persona.access, undefined, workflow);
		}
		const keys = posts().map(({ headers }) => headers['idempotency-key']);
		expect(new Set(keys).size).toBe(1);
	});

	it('a run by hand repeats the refusal, and its message says what to set', async () => {
		refuse();
		await importOf();
		const run = await importOf({ settings: { onError: 'continueRegularOutput' } });
		const { message, description } = reasonIn(outputOf(run)[0]!)!;
		expect(message).toBe('Item 0: Persona did not accept the file (HTTP 422)');
		expect(description).toContain("set 'Repeated Runs' to Once per Execution");
		const again = { parameters: { options: { idempotency: 'execution' } } };
		expect(outputOf(await importOf(again))[0]!.json.meta).toMatchObject({ rows: 2 });
	});
});

describe('Retry On Fail, without keys', () => {
	const parameters = { options: { idempotency: 'none', rowsPerImport: 1 } };
	const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000 };

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s: never sends again what was accepted, or may have arrived',
		async (onError) => {
			persona.sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
			persona.sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite', on });
			await importOf({ parameters, settings: { onError, ...retrying } });
			await persona.sandbox.settle();
			expect(persona.sandbox.accounts()).toHaveLength(2);
			expect(posts()).toHaveLength(2);
		},
	);

	it('sends again what was refused for certain', async () => {
		persona.sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
		persona.sandbox.faults.add({ kind: 'status', status: 422, on });
		const run = await importOf({ parameters, settings: retrying });
		expect(outputOf(run)).toHaveLength(2);
		expect(posts()).toHaveLength(3);
		await persona.sandbox.settle();
		expect(persona.sandbox.accounts()).toHaveLength(2);
	});
});
