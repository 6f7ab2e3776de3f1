import type { Editor } from './support/editor';
import { expectSoon } from './support/eventually';
import { takePictures } from './support/picture';
import { story } from './support/story';

const COLUMNS = {
	reference_id: 'Reference ID',
	name_first: 'First Name',
	name_middle: 'Middle Name',
	name_last: 'Last Name',
	birthdate: 'Birthdate',
	social_security_number: 'Social Security Number',
	tags: 'Tags',
};
const TYPED = {
	reference_id: 'Reference ID',
	is_vip: 'VIP (boolean)',
	plan: 'Plan (choices)',
	signup_source: 'Signup Source (can be set once)',
	contract: 'Contract (file, read-only here)',
};
const NOTICE =
	"You don't need to rename any fields. Other common names, such as First Name, DOB, SSN or Contact ID, work too, in any case and spacing. Fields that fit no column are not sent.";

/** A person says which field goes into which column. */
export function describeMapping(editor: () => Editor): void {
	describe('columns', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		story(editor, 'are mapped by their names; what is left out is said', async () => {
			const { page, node, input, output, instance } = editor();
			await editor().openNode('automatic', { credential });
			await node.getByText(NOTICE, { exact: true }).waitFor();
			await input.getByText('Table', { exact: true }).click();
			await editor().run();
			await output.getByRole('alert').filter({ hasText: '1 field was ignored: Email' }).waitFor();
			const [importer] = instance.sandbox.importers();
			expect(instance.sandbox.csvOf(importer!.id).toString().split('\r\n')).toEqual([
				'reference_id,name_first,name_last,birthdate,social_security_number,tags',
				'crm-1001,Zoë,Núñez,1990-02-28,900-12-0001,"newsletter, vip"',
				'crm-1002,Şeyma,Yıldız,1988-12-01,900-12-0002,newsletter',
				"crm-1003,Amara,O'Brien,2001-07-14,900-12-0003,",
				'',
			]);
			await output.getByRole('cell', { name: importer!.id }).hover();
			await expectSoon(() => input.getByTestId('hovering-item').count(), 3);
			// Playwright scrolled down to the middle of the cell.
			await page.mouse.wheel(0, -1000);
			await page.mouse.move(0, 0);
			await takePictures(editor(), 'import', node);
		});

		async function drag(field: string, column: string, preview: string): Promise<void> {
			const { node, input, output } = editor();
			await input
				.getByTestId('run-data-schema-node-name')
				.getByText(field, { exact: true })
				.dragTo(editor().field(column), { steps: 10 });
			// Once the field is left, the editor shows what the expression comes to.
			await output.getByText('Output', { exact: true }).click();
			await node.getByTestId('node-parameters').getByText(preview, { exact: true }).waitFor();
		}

		story(editor, 'are mapped by hand, with fields that are dragged onto them', async () => {
			const { page, node, input, instance } = editor();
			const mode = node.getByTestId('mapping-mode-select');
			await editor().openNode('byHand', { credential });
			await editor().choose(mode, 'Map Each Column Manually');
			for (const [name, label] of Object.entries(COLUMNS)) {
				const column = node.getByTestId('parameter-item').filter({
					has: page.getByTestId(`parameter-input-${name}`),
				});
				await column.getByText(label, { exact: true }).first().waitFor();
			}
			expect(await node.getByText(NOTICE).count()).toBe(0);
			await input.getByText('Schema', { exact: true }).click();
			await drag('Contact ID', 'reference_id', 'crm-1001');
			await drag('First Name', 'name_first', 'Zoë');
			await drag('Last Name', 'name_last', 'Núñez');
			await editor().saved('the last column', ({ columns }) =>
				JSON.stringify(columns).includes('"name_last":"={{ $json[\'Last Name\'] }}"'),
			);
			await editor().run();
			await mode.evaluate((element) => element.scrollIntoView());
			await takePictures(editor(), 'by-hand', node);
			const [importer] = instance.sandbox.importers();
			expect(instance.sandbox.csvOf(importer!.id).toString()).toMatch(
				/^reference_id,name_first,name_last\r\ncrm-1001,Zoë,Núñez\r\n/,
			);
		});

		story(editor, 'are the fields of an account type, where accounts are updated', async () => {
			const { page, node, input, instance } = editor();
			const accountTypeId = 'acttp_SandboxAccountTypeUser';
			const parameters = { operation: 'upsert', accountTypeId, output: 'rows' };
			await editor().openNode('accountType', { credential, parameters });
			await editor().choose(node.getByTestId('mapping-mode-select'), 'Map Each Column Manually');
			const item = (name: string) =>
				node
					.getByTestId('parameter-item')
					.filter({ has: page.getByTestId(`parameter-input-${name}`) });
			for (const [name, label] of Object.entries(TYPED)) {
				await item(name).getByText(label, { exact: true }).first().waitFor();
			}
			await editor()
				.field('contract')
				.locator('input[disabled], input[readonly]')
				.first()
				.waitFor();
			await input.getByText('Schema', { exact: true }).click();
			await drag('Contact ID', 'reference_id', 'crm-1001');
			await editor().field('plan').getByRole('combobox').click();
			await page.getByRole('option').filter({ hasText: 'Team' }).click();
			await editor().saved('the plan', ({ columns }) =>
				JSON.stringify(columns).includes('"plan":"team"'),
			);
			await editor().run();
			expect(instance.sandbox.batchJobs().map(({ rows }) => rows)).toEqual([
				['crm-1001', 'crm-1002', 'crm-1003'].map((reference_id) => ({
					reference_id,
					plan: 'team',
				})),
			]);
		});
	});
}
