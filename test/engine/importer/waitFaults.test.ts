import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import { hintsOf, outputOf, reasonIn } from '../support/engine';
import { become, ImporterWait } from '../support/importerWait';
import { importerJson } from '../support/importers';

const persona = new ImporterWait().use();

describe('Importer: Wait for Completion, when Persona cannot be asked for a moment', () => {
	it('goes on after a rate limit and after an outage longer than all retries', async () => {
		const importer = persona.pending();
		persona.sandbox.faults.add({ kind: 'slow', milliseconds: 0 });
		persona.sandbox.faults.add({ kind: 'status', status: 503, times: 5 });
		persona.sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 30 });
		persona.clock.after(120, () => become(importer, 'ready'));
		const { run, seconds } = await persona.timed([importer]);
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(hintsOf(run)).toEqual([]);
		expect(seconds).toBe(120);
	});

	it('does not wait for a rate limit beyond its time', async () => {
		const importer = persona.pending();
		persona.sandbox.faults.add({ kind: 'slow', milliseconds: 0 });
		persona.sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 50, times: 9 });
		const { run, seconds } = await persona.timed([importer], { options: { waitTimeout: 12 } });
		expect(outputOf(run)).toHaveLength(1);
		expect(hintsOf(run)).toEqual([`1 import was still running after 12 s: ${importer.id}`]);
		expect(seconds).toBe(12);
	});

	it('slows down by itself when little is left of the rate limit', async () => {
		const tight = await startSandbox({ rateLimit: 20, now: persona.clock.now });
		const importers = Array.from({ length: 40 }, () => tight.addImporter());
		const rows = importers.map(({ id }) => ({ id }));
		const where = { apiKey: tight.apiKey, baseUrl: tight.url };
		const run = await persona.waitFor(rows, {}, {}, where);
		expect(outputOf(run).map(({ json }) => json.id)).toEqual(rows.map(({ id }) => id));
		expect(tight.requests.map(({ status }) => status)).toEqual(rows.map(() => 200));
		await tight.close();
	});

	it('fails when the first look is in vain', async () => {
		const importer = persona.pending();
		persona.sandbox.faults.add({ kind: 'status', status: 503, times: 5 });
		const run = await persona.waitFor([importer]);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Persona is not available right now (HTTP 503)');
		expect(error.context.itemIndex).toBe(0);
	});
});

describe('Importer: Wait for Completion, when there is no result', () => {
	it('errored, Stop Workflow: ends at once, names the import and what to do', async () => {
		const [fine, bad] = [persona.pending(), persona.pending()];
		persona.clock.after(4, () => become(bad!, 'errored'));
		const { run, seconds } = await persona.timed([fine!, bad!]);
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(`Persona could not process the import ${bad!.id}`);
		expect(error.description).toContain(
			"'Repeated Runs' to Once per Execution in the node that imports them",
		);
		expect(error.context.itemIndex).toBe(1);
		expect(seconds).toBe(5);
	});

	it('an unknown ID, Stop Workflow: is looked for once more, names the item', async () => {
		const { run, seconds } = await persona.timed([persona.pending(), { id: 'mprt_gone' }]);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Item 1: Persona has no importer with this ID (HTTP 404)');
		expect(error).toMatchObject({ httpCode: '404', context: { itemIndex: 1 } });
		expect(seconds).toBe(5);
	});

	it('no ID, Stop Workflow: asks nothing', async () => {
		const run = await persona.waitFor([persona.pending(), {}]);
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe("Item 1: 'Importer' holds no ID");
		expect(persona.sandbox.requests).toEqual([]);
	});

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	] as const)('%s: the others first, then one item for each', async (onError, output) => {
		const [bad, fine] = [persona.pending(), persona.pending()];
		persona.clock.after(4, () => become(bad!, 'errored', { errorCount: 9 }));
		persona.clock.after(14, () => become(fine!, 'ready'));
		const rows = [bad!, { id: 'mprt_gone' }, fine!, {}, bad!];
		const { run, seconds } = await persona.timed(rows, {}, { onError });
		const [result, ...failed] = [...outputOf(run), ...(output === 1 ? outputOf(run, 1) : [])];
		expect(result).toEqual({ json: importerJson(fine!), pairedItem: { item: 2 } });
		expect(failed.map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual([
			[`Item 0: Persona could not process the import ${bad!.id}`, { item: 0 }],
			['Item 1: Persona has no importer with this ID (HTTP 404)', { item: 1 }],
			["Item 3: 'Importer' holds no ID", { item: 3 }],
			[`Item 4: Persona could not process the import ${bad!.id}`, { item: 4 }],
		]);
		expect(seconds).toBe(15);
		expect(hintsOf(run)).toEqual([]);
	});

	it.each([
		['pollInterval', 0, "'Poll Interval' is not a number of seconds from 1"],
		['pollInterval', 'often', "'Poll Interval' is not a number of seconds from 1"],
		['waitTimeout', 0.5, "'Wait Timeout' is not a number of seconds from 1"],
		['waitTimeout', -1, "'Wait Timeout' is not a number of seconds from 1"],
	])('%s %p: asks nothing', async (name, value, message) => {
		const run = await persona.waitFor([persona.pending()], { options: { [name]: value } });
		expect((run.data.resultData.error as NodeOperationError).message).toBe(message);
		expect(persona.sandbox.requests).toEqual([]);
	});
});
