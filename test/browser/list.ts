import type { Editor } from './support/editor';
import { expectSoon } from './support/eventually';
import { takePictures } from './support/picture';
import { story } from './support/story';

const PLACES = [{ Lat: 40.7128, Lng: -74.006, Radius: 200, Note: 'warehouse' }];

/** A person chooses a type of list, picks a list of that type and fills it. */
export function describeList(editor: () => Editor): void {
	describe('a list', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		story(
			editor,
			'is picked among those of the chosen type, which brings its columns',
			async () => {
				const { page, node, output, instance } = editor();
				const { id } = instance.sandbox.addList({ type: 'list/geolocation', name: 'Places' });
				instance.sandbox.addList({ type: 'list/email-address', name: 'Addresses' });
				const listId = { __rl: true, mode: 'list', value: '' };
				const parameters = { resource: 'listItem', operation: 'import', listId };
				await editor().openNode('list', { credential, parameters, contacts: PLACES });
				const list = node.getByTestId('rlc-input');
				const entries = page.getByTestId('rlc-item');
				expect(await list.getAttribute('placeholder')).toBe('Select a list…');
				await list.click();
				await entries.filter({ hasText: 'Addresses' }).click();
				await editor().choose(editor().field('listType'), 'Geolocation');
				await expectSoon(() => list.inputValue(), '');
				await editor().saved('the type', ({ listType }) => listType === 'geolocation');
				await list.click();
				await entries.filter({ hasText: 'Places' }).waitFor();
				expect(await entries.count()).toBe(1);
				await entries.click();
				const mode = node.getByTestId('mapping-mode-select');
				await editor().choose(mode, 'Map Each Column Manually');
				for (const name of ['latitude', 'longitude', 'radius_meters']) {
					await editor().field(name).waitFor();
				}
				expect(await editor().field('match_type').count()).toBe(0);
				await editor().choose(mode, 'Map Automatically');
				await node.getByText('such as Lat, Lng or Radius, work too').waitFor();
				await editor().saved('the list', ({ listId: picked, columns }) => {
					const chosen = JSON.stringify([picked, columns]);
					return chosen.includes(id) && chosen.includes('autoMapInputData');
				});
				await editor().run();
				await output.getByRole('alert').filter({ hasText: '1 field was ignored: Note' }).waitFor();
				await takePictures(editor(), 'list', node);
				const [importer] = instance.sandbox.importers();
				expect(importer).toMatchObject({ type: 'importer/list-item/geolocation', listId: id });
				expect(instance.sandbox.csvOf(importer!.id).toString()).toBe(
					'latitude,longitude,radius_meters\r\n40.7128,-74.006,200\r\n',
				);
			},
		);

		story(editor, 'is filled with a CSV file, as it is', async () => {
			const { node, output, instance } = editor();
			const { id } = instance.sandbox.addList({ name: 'Blocked' });
			const parameters = {
				resource: 'listItem',
				listId: { __rl: true, mode: 'id', value: id },
				waitForCompletion: true,
				options: { pollInterval: 1 },
			};
			const file = 'email-block-list.csv';
			await editor().openNode('file', { credential, parameters, file });
			await editor().choose(editor().field('source'), 'CSV File');
			await node.getByText('The name of the input field containing the file to be').waitFor();
			expect(await node.getByTestId('mapping-mode-select').count()).toBe(0);
			expect(await editor().field('binaryPropertyName').getByRole('textbox').inputValue()).toBe(
				'data',
			);
			await editor().saved('the source', ({ source }) => source === 'file');
			await editor().run();
			await output.getByText(file).first().waitFor();
			expect(instance.sandbox.listItems(id)).toHaveLength(30);
		});
	});
}
