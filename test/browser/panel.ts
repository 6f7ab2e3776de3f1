import { SOURCE } from './support/contacts';
import type { Editor } from './support/editor';
import { takePictures } from './support/picture';
import { story } from './support/story';

const ACTIONS = {
	'Account Actions': [
		'Create or update accounts',
		'Get account',
		'Get many accounts',
		'Import accounts',
		'Redact accounts',
		'Update accounts',
	],
	'Batch Job Actions': ['Get batch job', 'Get errors of batch job', 'Wait for batch jobs'],
	'Importer Actions': ['Get importer', 'Get many importers', 'Wait for importers'],
	'List Item Actions': ['Import list items'],
};
/** The panel shows a node and its trigger as one entry, with what the trigger says of itself. */
const ABOUT = 'Starts the workflow when something happens in Persona';

/** A person looks for the node and puts it behind another one. */
export function describePanel(editor: () => Editor): void {
	describe('the panel of nodes', () => {
		const panel = () => editor().page.getByTestId('node-creator');
		const search = () => editor().page.getByPlaceholder('Search nodes...');

		story(editor, 'finds the node by what it is called, and by what it is for', async () => {
			await editor().openWorkflow('panel', {});
			await editor().onCanvas(SOURCE).getByTestId('canvas-handle-plus').click();
			for (const word of ['KYC', 'withpersona', 'Persona']) {
				await search().fill('');
				await panel().getByText(ABOUT).waitFor({ state: 'detached' });
				await search().fill(word);
				await panel().getByText(ABOUT).waitFor();
			}
		});

		story(editor, 'lists what it can do', async () => {
			await panel().getByText(ABOUT).click();
			for (const [resource, actions] of Object.entries(ACTIONS)) {
				await panel().getByText(resource).waitFor();
				for (const action of actions) await panel().getByText(action, { exact: true }).waitFor();
			}
			await panel().getByText('Actions (13)').waitFor();
			await takePictures(editor(), 'actions', panel());
		});

		story(editor, 'adds it with the chosen operation and a way to its documentation', async () => {
			const { page, node, output } = editor();
			await panel().getByText('Get many importers', { exact: true }).click();
			await output.getByText('No output data').waitFor();
			await editor().field('operation').getByRole('combobox').waitFor();
			expect(await editor().field('operation').getByRole('combobox').inputValue()).toBe('Get Many');
			expect(await node.getByRole('link', { name: 'Docs' }).getAttribute('href')).toMatch(
				/^https:\/\/github\.com\/n8n-nodes-persona\/n8n-nodes-persona\?utm_/,
			);
			await page.keyboard.press('Escape');
			await editor().onCanvas('Get Many: importer').waitFor();
		});
	});
}
