import type { NodeOperationError } from 'n8n-workflow';

import { hintsOf, importWorkflow, outputOf, personaRun, runWorkflow } from '../support/engine';
import { FOUR_ROWS, ImportAndWait } from '../support/importAndWait';
import { importerJson } from '../support/importers';

const imports = new ImportAndWait();

const looks = () =>
	imports.sandbox.requests.filter(({ method }) => method === 'GET').map(({ path }) => path);

describe('import with Wait for Completion', () => {
	it('returns the finished importers with meta, each linked to its rows', async () => {
		imports.finish(3, 1, { duplicateCount: 1, completedAt: '2026-01-02T03:04:05.000Z' });
		imports.finish(8, 0);
		const { run, seconds } = await imports.run();
		const [first, second] = imports.sandbox.importers();
		const posts = imports.sandbox.requests.filter(({ method }) => method === 'POST');
		const meta = (index: number) => ({
			rows: 2,
			'blank-rows': 0,
			'merged-duplicates': 0,
			'rejected-rows': 0,
			part: index + 1,
			parts: 2,
			'file-name': 'accounts.csv',
			bytes: imports.sandbox.csvOf(imports.sandbox.importers()[index]!.id).length,
			'request-id': expect.stringMatching(/^req_/),
			'environment-id': expect.stringMatching(/^env_/),
			'idempotency-key': posts[index]!.headers['idempotency-key'],
			repeated: false,
			mapping: expect.any(Object),
			'ignored-fields': expect.any(Array),
			'passed-over-fields': [],
			warnings: expect.any(Array),
		});
		expect(outputOf(run)).toEqual([
			{
				json: { ...importerJson(first!), meta: meta(0) },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
			{
				json: { ...importerJson(second!), meta: meta(1) },
				pairedItem: [{ item: 2 }, { item: 3 }],
			},
		]);
		expect(first).toMatchObject({ status: 'ready', successfulCount: 2 });
		expect(seconds).toBe(10);
		const paths = [first, second].map((importer) => `/importers/${importer!.id}`);
		expect(looks()).toEqual([...paths, ...paths, paths[0]]);
		expect(hintsOf(run)).toEqual([]);
		expect(run.data.resultData.metadata).toEqual({
			persona_importer_id: first!.id,
			persona_importer_id_2: second!.id,
		});
	});

	it('does not wait unless it is turned on', async () => {
		const run = await runWorkflow(importWorkflow(FOUR_ROWS), imports.access);
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'pending' });
		expect(looks()).toEqual([]);
	});

	it('gives the counters of rows that were not taken in a warning', async () => {
		imports.finish(1, 0, { errorCount: 1, successfulCount: 0, duplicateCount: 1 });
		imports.finish(1, 1);
		const { run } = await imports.run();
		const [first] = imports.sandbox.importers();
		expect(outputOf(run)).toHaveLength(2);
		expect(personaRun(run).hints?.slice(1)).toEqual([
			{
				message: `Persona did not take 1 row (0 successful, 1 duplicate): ${first!.id}`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('returns what is still running as it was last seen when the time is up', async () => {
		imports.finish(1, 0);
		imports.become(20, 1, { successfulCount: 1 });
		const { run, seconds } = await imports.run({ pollInterval: 10, waitTimeout: 25 });
		const [first, second] = imports.sandbox.importers();
		expect(outputOf(run).map(({ json: { meta, ...json } }) => meta && json)).toEqual([
			importerJson(first!),
			importerJson(second!),
		]);
		expect(second).toMatchObject({ status: 'pending', successfulCount: 1 });
		expect(seconds).toBe(25);
		expect(hintsOf(run)).toEqual([`1 import was still running after 25 s: ${second!.id}`]);
	});

	it('gets status and counters in the chosen inflection, whatever else is asked for', async () => {
		imports.finish(1, 0, { errorCount: 2 });
		imports.finish(1, 1);
		const fields = { values: [{ type: 'importer', attributes: 'createdAt' }] };
		const { run, seconds } = await imports.run({ keyInflection: 'camel', fields });
		expect(outputOf(run)[0]!.json).toMatchObject({
			attributes: {
				createdAt: expect.any(String),
				status: 'ready',
				successfulCount: 2,
				duplicateCount: 0,
				errorCount: 2,
			},
			meta: { rows: 2, fileName: 'accounts.csv' },
		});
		expect(seconds).toBe(5);
		expect(imports.sandbox.requests[0]!.query).toEqual({ 'fields[importer]': 'createdAt' });
	});

	it('sees how an import went that Persona had already', async () => {
		imports.finish(1, 0);
		imports.finish(1, 1);
		await imports.run();
		const { run, seconds } = await imports.run();
		expect(outputOf(run).map(({ json }) => json.attributes)).toEqual([
			expect.objectContaining({ status: 'ready' }),
			expect.objectContaining({ status: 'ready' }),
		]);
		expect(imports.sandbox.importers()).toHaveLength(2);
		expect(seconds).toBe(0);
	});

	it.each([
		['pollInterval', 0.5, "'Poll Interval' is not a number of seconds from 1"],
		['waitTimeout', 'long', "'Wait Timeout' is not a number of seconds from 1"],
	])('%s %p: nothing is sent', async (name, value, message) => {
		const { run } = await imports.run({ [name]: value });
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(message);
		expect(error.description).toMatch(/^Give it a number such as \d+\.$/);
		expect(imports.sandbox.requests).toEqual([]);
	});
});
