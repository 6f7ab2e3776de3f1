import type { Editor } from './support/editor';

const PLACES = [{ Lat: 40.7128, Lng: -74.006, Radius: 200, Note: 'warehouse' }];

/** The editor asks for lists and columns only after a pause, and shows no sign of it. */
const SETTLE = 2_000;

/** A person chooses a type of list, picks a list of that type and fills it. */
export function describeList(editor: () => Editor): void {
	describe('a list', () => {
		it('is picked among those of the chosen type, which also says which columns there are', async () => {
			const { page, node, output, instance } = editor();
			const credential = await editor().storeCredential('Persona API for lists');
			const { id } = instance.sandbox.addList({ type: 'list/geolocation', name: 'Places' });
			instance.sandbox.addList({ type: 'list/email-address', name: 'Addresses' });
			const listId = { __rl: true, mode: 'list', value: '' };
			const parameters = { resource: 'listItem', operation: 'import', listId };
			await editor().openNode('list', { credential, parameters, contacts: PLACES });
			const list = node.getByTestId('rlc-input');
			await list.click();
			await page.getByTestId('rlc-item').filter({ hasText: 'Addresses' }).click();
			await node.getByTestId('parameter-input-listType').getByRole('combobox').click();
			await page.getByRole('option', { name: 'Geolocation' }).click();
			await page.waitForTimeout(SETTLE);
			expect(await list.inputValue()).toBe('');
			await list.click();
			await page.getByTestId('rlc-item').filter({ hasText: 'Places' }).waitFor();
			expect(await page.getByTestId('rlc-item').count()).toBe(1);
			await page.getByTestId('rlc-item').click();
			await node.getByTestId('mapping-mode-select').getByRole('combobox').click();
			await page.getByRole('option', { name: 'Map Each Column Manually' }).click();
			for (const name of ['latitude', 'longitude', 'radius_meters']) {
				await node.getByTestId(`parameter-input-${name}`).waitFor();
			}
			expect(await node.getByTestId('parameter-input-match_type').count()).toBe(0);
			await node.getByTestId('mapping-mode-select').getByRole('combobox').click();
			await page.getByRole('option', { name: 'Map Automatically' }).click();
			await page.waitForTimeout(SETTLE);
			await editor().run();
			const [importer] = instance.sandbox.importers();
			await output.getByRole('cell', { name: importer!.id }).waitFor();
			expect(importer).toMatchObject({ type: 'importer/list-item/geolocation', listId: id });
			expect(instance.sandbox.csvOf(importer!.id).toString()).toBe(
				'latitude,longitude,radius_meters\r\n40.7128,-74.006,200\r\n',
			);
		});
	});
}
