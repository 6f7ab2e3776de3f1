import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../../nodes/Persona/pipeline/columns';
import { tableRows } from '../support/documents';
import { choicesOf, PARAMETERS } from '../support/nodeNames';

describe('README.md', () => {
	it('has every operation', () => {
		const resources = PARAMETERS.find(({ name }) => name === 'resource')!;
		const expected = PARAMETERS.filter(({ name }) => name === 'operation').flatMap((field) => {
			const [resource] = field.displayOptions!.show!.resource as string[];
			const { name } = choicesOf(resources).find(({ value }) => value === resource)!;
			return choicesOf(field).map((operation) => [name, operation.name]);
		});
		const documented = tableRows('README.md', 'Resource').map((cells) => cells.slice(0, 2));
		expect(documented.sort()).toEqual(expected.sort());
	});

	it('has every column', () => {
		const columnsIn = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name);
		const accounts = tableRows('README.md', 'Column').flatMap(([cell]) => columnsIn(cell));
		expect(accounts).toEqual(ACCOUNT_IMPORT.columns.map(({ name }) => name));
		const types = choicesOf(PARAMETERS.find(({ name }) => name === 'listType')!);
		const lists = new Map(tableRows('README.md', 'List Type').map(([type, cell]) => [type, cell]));
		expect([...lists.keys()]).toEqual(types.map(({ name }) => name));
		for (const { name, value } of types) {
			const { columns } = LIST_ITEM_IMPORTS[value as keyof typeof LIST_ITEM_IMPORTS];
			expect(columnsIn(lists.get(name))).toEqual(
				expect.arrayContaining(columns.map((column) => column.name)),
			);
		}
	});
});
