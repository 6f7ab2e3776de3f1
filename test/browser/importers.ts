import type { Editor } from './support/editor';
import { story } from './support/story';

const PICKED = { __rl: true, mode: 'list', value: '' };

/** A person picks an importer, lists them and waits for them. */
export function describeImporters(editor: () => Editor): void {
	describe('importers', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		story(editor, 'are picked by date, status, rows and kind, with a search', async () => {
			const { page, node, output, instance } = editor();
			const made = (createdAt: string, more: object) =>
				instance.sandbox.addImporter({ createdAt, ...more });
			const wanted = made('2026-03-04T15:06:07.000Z', { successfulCount: 41 });
			const failed = made('2026-03-04T16:00:00.000Z', { status: 'errored' });
			const other = made('2026-03-05T12:00:00.000Z', { type: 'importer/list-item/email-address' });
			const parameters = { resource: 'importer', operation: 'get', importerId: PICKED };
			await editor().openNode('locator', { credential, parameters, contacts: [{}] });
			await node.getByTestId('rlc-input').click();
			const entries = page.getByTestId('rlc-item');
			await entries.filter({ hasText: wanted.id }).waitFor();
			expect(await entries.allInnerTexts()).toEqual([
				`2026-03-05 12:00 UTC · ready · 0 rows · email address · ${other.id}`,
				`2026-03-04 16:00 UTC · errored · account · ${failed.id}`,
				`2026-03-04 15:06 UTC · ready · 41 rows · account · ${wanted.id}`,
			]);
			await page.getByPlaceholder('Search...').fill('41 rows · account');
			await entries.filter({ hasText: failed.id }).waitFor({ state: 'detached' });
			await entries.first().waitFor();
			expect(await entries.allInnerTexts()).toEqual([expect.stringContaining(wanted.id)]);
			await entries.click();
			await editor().saved('the importer', ({ importerId }) =>
				JSON.stringify(importerId).includes(wanted.id),
			);
			await editor().run();
			await output.getByText(wanted.id).first().waitFor();
			await output.getByText('41', { exact: true }).waitFor();
		});

		story(editor, 'are waited for behind an import, and listed', async () => {
			const { output, instance } = editor();
			const contacts = [{}, {}].map(() => ({ id: instance.sandbox.addImporter().id }));
			const parameters = { resource: 'importer', operation: 'wait' };
			await editor().openNode('waitAndList', { credential, parameters, contacts });
			await editor().run();
			await output.getByText('2 items', { exact: true }).waitFor();
			instance.sandbox.addImporter();
			await editor().choose(editor().field('operation'), 'Get Many');
			await editor().field('limit').waitFor();
			await editor().saved('Get Many', ({ operation }) => operation === 'getAll');
			await editor().run();
			// Each of the two items lists all three importers.
			await output.getByText('6 items', { exact: true }).waitFor();
		});
	});
}
