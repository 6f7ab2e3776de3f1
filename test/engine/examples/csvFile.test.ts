import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startSandbox } from '../../../sandbox';
import { EXAMPLES, Examples, readExample } from '../support/examples';
import { fileItem, useBinaryMode } from '../support/files';

const examples = new Examples().use({ processingMilliseconds: 5 });

describe('csv-file.json', () => {
	const PAGE = 'Show it on the page';

	/** Hands a file in, as the page of n8n's form does. */
	async function handIn(content: Buffer | string, persona = examples.sandbox) {
		await useBinaryMode('filesystem');
		const item = await fileItem(content, { field: 'CSV_file' });
		const pinData = { 'CSV file uploaded': [item] as never };
		return await examples.run({ ...readExample('csv-file.json'), pinData }, persona);
	}

	it('imports the file as it is and says how many people were imported', async () => {
		const file = readFileSync(join(EXAMPLES, 'data/accounts.csv'));
		const outputOf = await handIn(file);
		expect(outputOf(PAGE)).toEqual([
			{
				title: 'Imported',
				message: 'Persona imported 271 people, skipped 0 that it already had, and rejected 0.',
			},
		]);
		const [importer, ...others] = examples.sandbox.importers();
		expect(others).toEqual([]);
		const [sentHeader, ...sentRows] = examples.sandbox.csvOf(importer!.id).toString().split('\r\n');
		expect(sentHeader).toBe(
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags',
		);
		expect(sentRows).toEqual(file.toString().split('\r\n').slice(1));
	});

	it('gives the ID of the import when Persona takes longer than the page can wait', async () => {
		const slow = await startSandbox({ processingMilliseconds: Infinity, now: examples.clock.now });
		const outputOf = await handIn('reference_id\n1\n', slow);
		const [importer] = slow.importers();
		await slow.close();
		expect(outputOf(PAGE)).toEqual([
			{
				title: 'Persona is still working on it',
				message: `The file has arrived. The import has the ID ${importer!.id}.`,
			},
		]);
	});

	it('says what is wrong with a file that cannot be sent', async () => {
		const outputOf = await handIn(readFileSync(join(EXAMPLES, 'data/crm-contacts.csv')));
		const columns =
			"'Email', 'Phone', 'Company', 'Address', 'Country', 'Owner', 'LastActivity', 'Notes'";
		expect(outputOf(PAGE)).toEqual([
			{
				title: 'Nothing was imported',
				message: expect.stringMatching(
					new RegExp(`^The file has 8 columns that Persona does not take: ${columns}\\. \\S.*\\.$`),
				),
			},
		]);
		expect(examples.sandbox.requests).toEqual([]);
	});
});
