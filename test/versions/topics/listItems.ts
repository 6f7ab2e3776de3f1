import { importerItem } from '../../e2e/support/items';
import type { HostInstance } from '../support/host';
import { onlyImport, PENDING } from '../support/imported';

const ENTRIES = [
	{ value: 'zoe@example.com', match_type: 'email_address' },
	{ value: 'example.org', match_type: 'domain' },
	{ value: 'amara@example.net', match_type: 'email_address' },
];

export function fillsLists(host: () => HostInstance): void {
	it('puts items on a list', async () => {
		const { sandbox } = host();
		const { id } = sandbox.addList({ type: 'list/email-address' });
		const parameters = {
			resource: 'listItem',
			operation: 'import',
			listType: 'emailAddress',
			listId: { __rl: true, mode: 'list', value: id },
			columns: { mappingMode: 'autoMapInputData', value: null },
		};
		const { outputs } = await host().run({ rows: ENTRIES }, { parameters });
		const { importer, meta } = await onlyImport(host());
		const expected = { ...meta, 'file-name': 'list-items.csv' };
		const items = [0, 1, 2];
		expect(outputs).toEqual([
			[importerItem(importer, { attributes: PENDING, meta: expected, items })],
		]);
		expect(sandbox.listItems(id).map(({ values }) => values)).toEqual(ENTRIES);
	});
}
