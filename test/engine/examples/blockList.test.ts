import type { IDataObject } from 'n8n-workflow';

import { Examples, readData } from '../support/examples';

const examples = new Examples().use({ processingMilliseconds: 5 });

describe('block-list.json', () => {
	const importInto = async (listId: string, rows: IDataObject[]) =>
		await examples.runWith('block-list.json', 'One item per entry', rows, ({ nodes }) => {
			const persona = nodes.find(({ name }) => name === 'Put on the block list')!;
			expect(persona.parameters.listId).toEqual({ __rl: true, mode: 'list', value: '' });
			persona.parameters.listId = { __rl: true, mode: 'list', value: listId };
		});

	it('puts every entry on the list that was picked', async () => {
		const entries = readData('email-block-list.csv');
		const { id } = examples.sandbox.addList({ type: 'list/email-address' });
		const outputOf = await importInto(id, entries);
		expect(outputOf('Done')).toMatchObject([
			{
				type: 'importer/list-item/email-address',
				attributes: {
					status: 'ready',
					'successful-count': 30,
					'duplicate-count': 0,
					'error-count': 0,
				},
				meta: { rows: 30, 'rejected-rows': 0 },
			},
		]);
		expect(outputOf('Fix these entries')).toEqual([]);
		expect(examples.sandbox.listItems(id).map(({ values }) => values)).toEqual(entries);
	});

	it('lets entries that cannot match anybody take the error output', async () => {
		const { id } = examples.sandbox.addList({ type: 'list/email-address' });
		const outputOf = await importInto(id, [
			{ value: 'spam.test', match_type: 'email_address' },
			{ value: 'spam.test', match_type: 'domain' },
		]);
		expect(outputOf('Fix these entries')).toMatchObject([
			{
				value: 'spam.test',
				match_type: 'email_address',
				error:
					"Item 0, column 'value': is not an email address; for domains, set 'Match Type' to Domain, or give the row the match_type domain",
			},
		]);
		expect(examples.sandbox.listItems(id)).toHaveLength(1);
	});
});
