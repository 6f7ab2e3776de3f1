import { SOURCE } from './support/contacts';
import type { Editor } from './support/editor';
import { takePictures } from './support/picture';

const COLUMNS = {
	reference_id: 'Reference ID',
	name_first: 'First Name',
	name_middle: 'Middle Name',
	name_last: 'Last Name',
	birthdate: 'Birthdate',
	social_security_number: 'Social Security Number',
	tags: 'Tags',
};

/** The editor hands a changed field to the workflow only after a pause, and shows no sign of it. */
const SETTLE = 2_000;

/** A person adds the node, maps columns, picks an importer and sees what comes out. */
export function describeNode(editor: () => Editor): void {
	describe('the node', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		it.each(['Persona', 'withpersona'])(
			'is found in the panel as %s, with its actions',
			async (word) => {
				const { page } = editor();
				await editor().openWorkflow('panel', {});
				await editor().onCanvas(SOURCE).getByTestId('canvas-handle-plus').click();
				await page.getByPlaceholder('Search nodes...').fill(word);
				const panel = page.getByTestId('node-creator');
				await panel
					.getByText('Import accounts and list items into Persona in bulk, and follow the imports')
					.click();
				for (const action of [
					'Import accounts',
					'Get importer',
					'Get many importers',
					'Wait for importers',
					'Import list items',
				]) {
					await panel.getByText(action, { exact: true }).waitFor();
				}
				await panel.getByText('Import accounts', { exact: true }).click();
				await editor().output.getByText('No output data').waitFor();
				expect(
					await editor().node.getByRole('link', { name: 'Docs' }).getAttribute('href'),
				).toMatch(/^https:\/\/github\.com\/n8n-nodes-persona\/n8n-nodes-persona\?utm_/);
				await page.keyboard.press('Escape');
				await editor().onCanvas('Import: account').waitFor();
			},
		);

		it('maps columns by their names, says what it left out and links its output to every row', async () => {
			const { page, node, output, instance } = editor();
			await editor().openNode('automatic', { credential });
			await node.getByText('are understood, such as First Name, DOB, SSN or Contact ID.').waitFor();
			await node.getByTestId('ndv-input-panel').getByText('Table', { exact: true }).click();
			await editor().run();
			await output.getByRole('alert').filter({ hasText: '1 field was ignored: Email' }).waitFor();
			const [importer] = instance.sandbox.importers();
			await output.getByRole('cell', { name: importer!.id }).hover();
			expect(await node.getByTestId('ndv-input-panel').getByTestId('hovering-item').count()).toBe(
				3,
			);
			await page.mouse.move(700, 700);
			await takePictures(editor(), 'import');
			expect(instance.sandbox.csvOf(importer!.id).toString().split(/\r?\n/)).toEqual([
				'reference_id,name_first,name_last,birthdate,social_security_number,tags',
				'crm-1001,Zoë,Núñez,1990-02-28,900-12-0001,"newsletter, vip"',
				'crm-1002,美咲,山田,1988-12-01,900-12-0002,newsletter',
				"crm-1003,Amara,O'Brien,2001-07-14,900-12-0003,",
				'',
			]);
		});

		it('maps columns by hand, with fields that are dragged onto them', async () => {
			const { page, node, output, instance } = editor();
			await editor().openNode('byHand', { credential });
			await node.getByTestId('mapping-mode-select').getByRole('combobox').click();
			await page.getByRole('option', { name: 'Map Each Column Manually' }).click();
			for (const [name, label] of Object.entries(COLUMNS)) {
				const column = node
					.getByTestId('parameter-item')
					.filter({ has: page.getByTestId(`parameter-input-${name}`) });
				await column.getByText(label, { exact: true }).first().waitFor();
			}
			expect(await node.getByText('are understood').count()).toBe(0);
			await node.getByTestId('ndv-input-panel').getByText('Schema', { exact: true }).click();
			const drag = async (field: string, column: string, preview: string) => {
				await node
					.getByTestId('run-data-schema-node-name')
					.getByText(field, { exact: true })
					.dragTo(node.getByTestId(`parameter-input-${column}`), { steps: 10 });
				// The editor keeps a value a moment after the field is left, and then shows what it comes to.
				await output.getByText('Output', { exact: true }).click();
				await node.getByTestId('node-parameters').getByText(preview, { exact: true }).waitFor();
			};
			await drag('Contact ID', 'reference_id', 'crm-1001');
			await drag('First Name', 'name_first', 'Zoë');
			await drag('Last Name', 'name_last', 'Núñez');
			await page.waitForTimeout(SETTLE);
			await editor().run();
			await takePictures(editor(), 'by-hand');
			const [importer] = instance.sandbox.importers();
			expect(instance.sandbox.csvOf(importer!.id).toString()).toMatch(
				/^reference_id,name_first,name_last\r?\ncrm-1001,Zoë,Núñez\r?\n/,
			);
		});

		it('picks an importer from the list', async () => {
			const { page, node, output, instance } = editor();
			const importer = instance.sandbox.addImporter({ successfulCount: 41 });
			instance.sandbox.addImporter({ status: 'pending' });
			const importerId = { __rl: true, mode: 'list', value: '' };
			const parameters = { resource: 'importer', operation: 'get', importerId };
			await editor().openNode('locator', { credential, parameters });
			await node.getByTestId('rlc-input').click();
			await page.getByTestId('rlc-item').filter({ hasText: importer.id }).waitFor();
			expect(await page.getByTestId('rlc-item').count()).toBe(2);
			await page
				.getByTestId('rlc-item')
				.filter({ hasText: `ready · account · ${importer.id}` })
				.click();
			await editor().run();
			await output.getByRole('cell', { name: importer.id }).first().waitFor();
		});
	});
}
