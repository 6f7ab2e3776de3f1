import { parse } from 'csv-parse/sync';

import { importWorkflow, runWorkflow } from '../support/engine';
import { THREE_PEOPLE } from '../support/people';
import { PersonaStandIn } from '../support/personaStandIn';

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

describe('the CSV of an import', () => {
	it('writes the columns in use in their fixed order, every value as text', async () => {
		await runWorkflow(importWorkflow(THREE_PEOPLE), persona.access);
		const csv = persona.sandbox.csvOf(persona.sandbox.importers()[0]!.id).toString('utf8');
		expect(csv).toBe(
			[
				'reference_id,name_first,name_last,birthdate,social_security_number,tags',
				'c-1,Zoë,"O\'Neil, Jr.",1990-02-28,,',
				'c-2,محمد,山田,,900-12-3456,',
				'c-3,"Line\nbreak","A ""Quote""",,,"vip,eu"',
				'',
			].join('\r\n'),
		);
	});

	it('makes accounts of the rows, byte for byte', async () => {
		await runWorkflow(importWorkflow(THREE_PEOPLE), persona.access);
		await persona.sandbox.settle();
		const records = parse(persona.sandbox.csvOf(persona.sandbox.importers()[0]!.id), {
			columns: true,
		}) as Record<string, string>[];
		expect(persona.sandbox.importers()[0]).toMatchObject({ status: 'ready', successfulCount: 3 });
		expect(
			persona.sandbox.accounts().map((account) => ({
				reference_id: account.referenceId ?? '',
				name_first: account.nameFirst ?? '',
				name_last: account.nameLast ?? '',
				birthdate: account.birthdate ?? '',
				social_security_number: account.socialSecurityNumber ?? '',
				tags: account.tags ?? '',
			})),
		).toEqual(records);
	});

	it('maps by hand, with expressions and fixed values', async () => {
		const columns = {
			mappingMode: 'defineBelow',
			value: {
				reference_id: '={{ $json.id }}',
				name_first: "={{ $json.name.split(' ')[0] }}",
				name_last: "={{ $json.name.split(' ')[1] }}",
				name_middle: null,
				birthdate: '',
				tags: 'from-crm',
			},
		};
		const rows = [
			{ id: 7, name: 'Ada Lovelace' },
			{ id: 8, name: 'Alan Turing' },
		];
		await runWorkflow(importWorkflow(rows, { parameters: { columns } }), persona.access);
		expect(persona.sandbox.csvOf(persona.sandbox.importers()[0]!.id).toString('utf8')).toBe(
			'reference_id,name_first,name_last,tags\r\n7,Ada,Lovelace,from-crm\r\n8,Alan,Turing,from-crm\r\n',
		);
	});
});
