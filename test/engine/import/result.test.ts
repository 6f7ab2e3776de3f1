import { importWorkflow, outputOf, personaRun, runWorkflow } from '../support/engine';
import { THREE_PEOPLE } from '../support/people';
import { PersonaStandIn } from '../support/personaStandIn';

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

describe('import from input items', () => {
	it('returns the Importer object with meta, linked to every row', async () => {
		const run = await runWorkflow(importWorkflow(THREE_PEOPLE), persona.access);
		const [importer] = persona.sandbox.importers();
		const [request] = persona.sandbox.requests;
		expect(outputOf(run)).toEqual([
			{
				json: {
					type: 'importer/account',
					id: importer!.id,
					attributes: {
						status: 'pending',
						'created-at': importer!.createdAt,
						'completed-at': null,
						'error-count': 0,
						'successful-count': 0,
						'duplicate-count': 0,
					},
					meta: {
						rows: 3,
						'blank-rows': 0,
						'merged-duplicates': 0,
						'rejected-rows': 0,
						part: 1,
						parts: 1,
						'file-name': 'accounts.csv',
						bytes: persona.sandbox.csvOf(importer!.id).length,
						'request-id': expect.stringMatching(/^req_/),
						'environment-id': expect.stringMatching(/^env_/),
						'idempotency-key': request!.headers['idempotency-key'],
						repeated: false,
						mapping: expect.any(Object),
						'ignored-fields': [],
						'passed-over-fields': [],
						warnings: [
							{
								code: 'taxpayerNumber',
								column: 'social_security_number',
								count: 1,
								items: [1],
								message:
									"In 1 row 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs",
							},
						],
					},
				},
				pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
			},
		]);
		expect(run.data.resultData.metadata).toEqual({ persona_importer_id: importer!.id });
	});

	it.each([
		[1, 3],
		[2, 2],
		[3, 1],
		[4, 1],
	])('with %i rows per import makes %i imports', async (rowsPerImport, parts) => {
		const run = await runWorkflow(
			importWorkflow(THREE_PEOPLE, { parameters: { options: { rowsPerImport } } }),
			persona.access,
		);
		const items = outputOf(run);
		expect(items).toHaveLength(parts);
		expect(items.flatMap(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(items.map(({ json }) => (json.meta as { part: number }).part)).toEqual(
			items.map((_, index) => index + 1),
		);
	});

	it('returns the same importer when the same rows come again', async () => {
		const first = await runWorkflow(importWorkflow(THREE_PEOPLE), persona.access);
		const second = await runWorkflow(importWorkflow(THREE_PEOPLE), persona.access);
		expect(outputOf(second)[0]!.json.id).toBe(outputOf(first)[0]!.json.id);
		expect(persona.sandbox.importers()).toHaveLength(1);
	});

	it('sends nothing when every row is blank, and says so', async () => {
		const run = await runWorkflow(
			importWorkflow([{ name_first: ' ' }, { name_first: '' }]),
			persona.access,
		);
		expect(outputOf(run)).toEqual([]);
		expect(persona.sandbox.requests).toEqual([]);
		expect(personaRun(run).hints?.map(({ message }) => message)).toEqual([
			'2 blank rows were left out',
			'There was no row to import, so nothing was sent',
		]);
	});

	it('does not change its input', async () => {
		const file = importWorkflow(THREE_PEOPLE);
		const before = structuredClone(file.pinData!.CRM!.map(({ json }) => json));
		await runWorkflow(file, persona.access);
		expect(file.pinData!.CRM!.map(({ json }) => json)).toEqual(before);
	});
});
