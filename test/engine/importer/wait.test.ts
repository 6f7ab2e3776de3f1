import { hintsOf, importWorkflow, outputOf, personaRun, runWorkflow } from '../support/engine';
import { become, ImporterWait } from '../support/importerWait';
import { importerJson } from '../support/importers';

const persona = new ImporterWait().use();

const lookedAt = () => persona.sandbox.requests.map(({ path }) => path.split('/').at(-1));

describe('Importer: Wait for Completion', () => {
	it('returns at once what has finished, without waiting', async () => {
		const importer = persona.sandbox.addImporter({ successfulCount: 104, duplicateCount: 3 });
		const { run, seconds } = await persona.timed([importer]);
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(seconds).toBe(0);
		expect(hintsOf(run)).toEqual([]);
	});

	it('takes the ID of each incoming item unless told otherwise', async () => {
		const importers = [persona.sandbox.addImporter(), persona.sandbox.addImporter()];
		const rows = importers.map(({ id }) => ({ id }));
		const parameters = { resource: 'importer', operation: 'wait' };
		const run = await runWorkflow(importWorkflow(rows, { parameters }), persona.access);
		expect(outputOf(run)).toEqual(
			importers.map((importer, item) => ({ json: importerJson(importer), pairedItem: { item } })),
		);
	});

	it('looks every five seconds until it is ready', async () => {
		const importer = persona.pending();
		persona.clock.after(11, () => become(importer, 'ready', { successfulCount: 2 }));
		const { run, seconds } = await persona.timed([importer]);
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'ready' });
		expect(seconds).toBe(15);
		expect(persona.sandbox.requests).toHaveLength(4);
	});

	it('waits for several in one loop: each once a round, those that have finished no more', async () => {
		const [first, second, third] = [
			persona.pending(),
			persona.pending(),
			persona.sandbox.addImporter(),
		];
		persona.clock.after(3, () => become(second!, 'ready'));
		persona.clock.after(8, () => become(first!, 'ready'));
		const rows = [first!, second!, first!, third!, second!];
		const { run, seconds } = await persona.timed(rows);
		expect(outputOf(run)).toEqual(
			rows.map((importer, item) => ({ json: importerJson(importer), pairedItem: { item } })),
		);
		expect(seconds).toBe(10);
		const { id: a } = first!;
		const { id: b } = second!;
		expect(lookedAt()).toEqual([a, b, third!.id, a, b, a]);
	});

	it('takes a status that it does not know for one that is still running', async () => {
		const importer = persona.pending({
			status: 'processing',
			completedAt: '2026-01-01T00:00:00.000Z',
		});
		persona.clock.after(1, () => become(importer, 'ready'));
		const { run, seconds } = await persona.timed([importer]);
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'ready' });
		expect(seconds).toBe(5);
	});

	it.each([
		['kebab', 'successful-count'],
		['camel', 'successfulCount'],
		['snake', 'successful_count'],
	])('reads status and counters in %s', async (keyInflection, counter) => {
		const importer = persona.pending();
		const counts = { successfulCount: 97, errorCount: 3, duplicateCount: 1 };
		persona.clock.after(1, () => become(importer, 'ready', counts));
		const { run, seconds } = await persona.timed([importer], { options: { keyInflection } });
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'ready', [counter]: 97 });
		expect(seconds).toBe(5);
		expect(hintsOf(run)).toEqual([
			`Persona did not take 3 rows (97 successful, 1 duplicate): ${importer.id}`,
		]);
	});

	it('waits as long and looks as often as the options say', async () => {
		const importer = persona.pending();
		const options = { pollInterval: 2, waitTimeout: 7 };
		const { run, seconds } = await persona.timed([importer], { options });
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(seconds).toBe(7);
		expect(persona.sandbox.requests).toHaveLength(5);
	});

	it('after 240 seconds returns what is still running as it was last seen, with a hint', async () => {
		const [slow, fast] = [persona.pending(), persona.pending()];
		persona.clock.after(9, () => become(fast!, 'ready'));
		persona.clock.after(100, () => become(slow!, 'halfway', { successfulCount: 5 }));
		const { run, seconds } = await persona.timed([slow!, fast!]);
		expect(outputOf(run)).toEqual([
			{ json: importerJson(slow!), pairedItem: { item: 0 } },
			{ json: importerJson(fast!), pairedItem: { item: 1 } },
		]);
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'halfway' });
		expect(seconds).toBe(240);
		expect(personaRun(run).hints).toEqual([
			{
				message: `1 import was still running after 240 s: ${slow!.id}`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('always gets status and counters, whatever else is asked for', async () => {
		const importer = persona.pending();
		persona.clock.after(1, () => become(importer, 'ready', { errorCount: 1, successfulCount: 2 }));
		const options = {
			include: 'creator',
			keyInflection: 'camel',
			fields: { values: [{ type: 'importer', attributes: 'createdAt,errorCount' }] },
		};
		const run = await persona.waitFor([importer], { options });
		expect(outputOf(run)[0]!.json).toEqual({
			type: importer.type,
			id: importer.id,
			attributes: {
				createdAt: importer.createdAt,
				errorCount: 1,
				status: 'ready',
				successfulCount: 2,
				duplicateCount: 0,
			},
			included: [],
		});
		expect(persona.sandbox.requests[0]!.query).toEqual({
			include: 'creator',
			'fields[importer]': 'createdAt,errorCount,status,successful-count,duplicate-count',
		});
	});

	it('adds up the rows that were not taken, over all imports', async () => {
		const run = await persona.waitFor([
			persona.sandbox.addImporter({ successfulCount: 10, errorCount: 1, duplicateCount: 2 }),
			persona.sandbox.addImporter({ successfulCount: 5 }),
			persona.sandbox.addImporter({ successfulCount: 20, errorCount: 4 }),
		]);
		const [hint] = hintsOf(run);
		expect(hint).toMatch(/^Persona did not take 5 rows \(30 successful, 2 duplicates\): mprt_/);
		expect(hint!.length).toBeLessThanOrEqual(120);
		expect(outputOf(run)).toHaveLength(3);
	});
});
