import type { INode } from 'n8n-workflow';

import { saveWorkflow } from '../../scripts/n8n/setup';
import type { Workflow } from '../../scripts/n8n/types';
import { readExamples } from '../../scripts/start/examples';
import type { Editor } from './support/editor';
import { expectSoon } from './support/eventually';
import { story } from './support/story';

/** Longer than the editor waits before it takes over a change. */
const TAKEN_OVER = 3_000;

const MAPPER = 'Import accounts';

/** A person runs an example and then looks at what it is made of. */
export function describeExamples(editor: () => Editor): void {
	const marks = (node: string) =>
		editor().onCanvas(node).first().getByTestId('canvas-node-status-warning');

	/** Runs the workflow that `npm start` opens, then opens and closes the node in it that maps columns. */
	async function runAndLook(change: (node: INode) => void): Promise<void> {
		const { page, instance } = editor();
		const credential = await editor().storeCredential('Persona API');
		const { main } = readExamples(credential.id);
		main.nodes.filter(({ name }) => name === MAPPER).forEach(change);
		await saveWorkflow(instance.request, main as Workflow);
		await page.goto(`${instance.url}/workflow/${main.id}`);
		await page.getByTestId('execute-workflow-button').click();
		const node = editor().onCanvas(MAPPER).first();
		await node.getByTestId('canvas-node-status-success').waitFor();
		await node.dblclick();
		const columns = editor().node.getByTestId('mapping-mode-select');
		await columns.waitFor();
		await page.waitForTimeout(TAKEN_OVER);
		await page.keyboard.press('Escape');
		await columns.waitFor({ state: 'detached' });
	}

	describe('an example', () => {
		story(editor, 'is not marked as changed when its node is opened after a run', async () => {
			await runAndLook(() => undefined);
			await editor().page.waitForTimeout(TAKEN_OVER);
			expect(await marks(MAPPER).count()).toBe(0);
		});

		story(editor, 'would be marked if it did not hold the columns', async () => {
			await runAndLook(({ parameters }) => {
				const columns = parameters.columns as object;
				parameters.columns = { ...columns, value: null, schema: [] };
			});
			await expectSoon(() => marks(MAPPER).count(), 1);
		});
	});
}
