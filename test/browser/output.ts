import { readFileSync } from 'node:fs';
import { BAD_CONTACTS } from './support/contacts';
import type { Editor } from './support/editor';
import { takePictures } from './support/picture';
import { story } from './support/story';

/** A person sees what came out of the node, and which input it belongs to. */
export function describeOutput(editor: () => Editor): void {
	describe('the output', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		story(editor, 'has one item per row, each linked to its own', async () => {
			const { page, node, input, output, instance } = editor();
			instance.sandbox.addAccount({ referenceId: 'crm-1002' });
			const parameters = { output: 'rows', options: { pollInterval: 1 } };
			await editor().openNode('rows', { credential, parameters });
			await input.getByText('Table', { exact: true }).click();
			await editor().run();
			await output.getByText('Table', { exact: true }).click();
			const row = (text: string) => output.getByRole('row').filter({ hasText: text });
			await row('crm-1001').getByRole('cell', { name: 'created', exact: true }).waitFor();
			await row('crm-1002').getByRole('cell', { name: 'alreadyExisted', exact: true }).waitFor();
			await row('crm-1002').getByRole('cell', { name: 'crm-1002' }).hover();
			await input.getByTestId('hovering-item').waitFor();
			expect(await input.getByTestId('hovering-item').allInnerTexts()).toEqual([
				expect.stringMatching(/^crm-1002\s+Şeyma/),
			]);
			await page.mouse.move(0, 0);
			await takePictures(editor(), 'rows', node);
		});

		story(editor, 'is one flat row for an import where a summary is chosen', async () => {
			const { output, instance } = editor();
			await editor().openNode('summary', { credential });
			await editor().choose(editor().field('output'), 'One Summary per Import');
			await editor().run();
			await output.getByText('Table', { exact: true }).click();
			const [importer] = instance.sandbox.importers();
			await output.getByRole('cell', { name: importer!.id, exact: true }).waitFor();
			const headers = await output.getByRole('columnheader').allInnerTexts();
			expect(headers.slice(0, 3)).toEqual(['id', 'status', 'rowsSent']);
			await output.getByRole('alert').filter({ hasText: '3 rows sent' }).waitFor();
		});

		story(editor, 'of a dry run is a report and a CSV file with masked numbers', async () => {
			const { page, node, output, instance } = editor();
			const parameters = { options: { dryRun: true } };
			await editor().openNode('dryRun', { credential, contacts: BAD_CONTACTS, parameters });
			await editor().run();
			for (const hint of [
				'Dry run: nothing was sent to Persona',
				"2 rows would not be sent: see 'rejected' in the output",
			]) {
				await output.getByRole('alert').filter({ hasText: hint }).waitFor();
			}
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				output.getByRole('button', { name: 'Download' }).click(),
			]);
			expect(download.suggestedFilename()).toBe('accounts.csv');
			expect(readFileSync(await download.path(), 'utf8')).toBe(
				'reference_id,name_first,name_last,birthdate,social_security_number,tags\r\ncrm-1001,Zoë,Núñez,1990-02-28,•••-••-••••,"newsletter, vip"\r\n',
			);
			await output.getByText('Table', { exact: true }).click();
			await output.getByText('is in the future').first().waitFor();
			const headers = output.getByRole('columnheader');
			expect((await headers.allInnerTexts()).slice(0, 4)).toEqual([
				'dry-run',
				'rows',
				'rejected-rows',
				'rejected',
			]);
			expect(instance.sandbox.requests).toEqual([]);
			await takePictures(editor(), 'dry-run', node);
		});

		story(
			editor,
			'forks into good rows and rejected ones, on the canvas and in the node',
			async () => {
				const { page, node, output } = editor();
				const onError = 'continueErrorOutput';
				await editor().openWorkflow('branches', { credential, contacts: BAD_CONTACTS, onError });
				await page.getByTestId('execute-workflow-button').click();
				const branch = (name: string) =>
					page.getByTestId('canvas-node-output-handle').filter({ hasText: name });
				await branch('Success').getByText('1 item', { exact: true }).waitFor();
				await branch('Error').getByText('2 items', { exact: true }).waitFor();
				await editor().onCanvas('Persona').dblclick();
				await output.getByText('1 row sent, 2 not: see the error output for the reasons').waitFor();
				await output.getByText('Success Branch (1 item)').waitFor();
				await output.getByText('Error Branch (2 items)').click();
				await output.getByText('Table', { exact: true }).click();
				const what = "Item 2, column 'birthdate' (your field 'DOB'): is in the future";
				await output.getByRole('cell', { name: what }).waitFor();
				await takePictures(editor(), 'error-branch', node);
			},
		);
	});
}
