import { importWorkflow, outputOf, runWorkflow } from '../support/engine';
import { THREE_PEOPLE } from '../support/people';
import { PersonaStandIn } from '../support/personaStandIn';

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

describe('the request of an import', () => {
	it('sends one request with one part, and nothing else', async () => {
		await runWorkflow(importWorkflow(THREE_PEOPLE), persona.access);
		expect(persona.sandbox.requests).toHaveLength(1);
		expect(persona.sandbox.requests[0]).toMatchObject({
			method: 'POST',
			path: '/importer/accounts',
			query: {},
			status: 201,
			parts: [
				{ name: 'data[attributes][file]', fileName: 'accounts.csv', contentType: 'text/csv' },
			],
		});
		expect(persona.sandbox.requests[0]!.headers).toMatchObject({
			'persona-version': '2025-12-08',
			'key-inflection': 'kebab',
			'idempotency-key': expect.stringMatching(/^[0-9a-f]{64}$/),
			accept: 'application/json',
		});
	});

	it('sends version, inflection, include, fields and file name as chosen', async () => {
		const options = {
			personaVersion: '2025-10-27',
			keyInflection: 'camel',
			include: 'creator, account',
			fileName: 'crm export',
			fields: {
				values: [
					{ type: 'importer', attributes: 'status, created-at' },
					{ type: 'account', attributes: 'reference-id' },
				],
			},
		};
		const run = await runWorkflow(
			importWorkflow(THREE_PEOPLE, { parameters: { options } }),
			persona.access,
		);
		expect(persona.sandbox.requests[0]).toMatchObject({
			query: {
				include: 'creator,account',
				'fields[importer]': 'status,created-at',
				'fields[account]': 'reference-id',
			},
			parts: [{ fileName: 'crm export.csv' }],
		});
		expect(persona.sandbox.requests[0]!.headers).toMatchObject({
			'persona-version': '2025-10-27',
			'key-inflection': 'camel',
		});
		const { attributes, meta } = outputOf(run)[0]!.json as Record<string, object>;
		expect(Object.keys(attributes!)).toEqual(['status', 'createdAt']);
		expect(meta).toMatchObject({ fileName: 'crm export.csv', blankRows: 0 });
	});

	it('leaves version and inflection to the API key when asked to', async () => {
		const options = { personaVersion: '', keyInflection: '', idempotency: 'none' };
		await runWorkflow(importWorkflow(THREE_PEOPLE, { parameters: { options } }), persona.access);
		const { headers } = persona.sandbox.requests[0]!;
		expect(headers).not.toHaveProperty('persona-version');
		expect(headers).not.toHaveProperty('key-inflection');
		expect(headers).not.toHaveProperty('idempotency-key');
	});
});
