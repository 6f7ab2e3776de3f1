import type { Editor } from './support/editor';
import { expectSoon } from './support/eventually';
import { takePictures } from './support/picture';
import { story } from './support/story';

const WARNING = 'It cannot be undone.';

/** A person looks which accounts would be redacted, and then redacts them. */
export function describeRedact(editor: () => Editor): void {
	describe('redacting', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		story(editor, 'only shows the accounts at first, and warns before it redacts', async () => {
			const { node, output, instance } = editor();
			const accounts = ['crm-1001', 'crm-1002', 'crm-1003'].map((referenceId) =>
				instance.sandbox.addAccount({ referenceId, nameFirst: 'Zoë' }),
			);
			accounts[2]!.redactedAt = '2026-11-01T00:00:00.000Z';
			const contacts = accounts.map(({ id }) => ({ accountId: id }));
			const parameters = { operation: 'redact' };
			await editor().openNode('redact', { credential, parameters, contacts });
			await editor().field('dryRun').waitFor();
			expect(await node.getByText(WARNING).count()).toBe(0);
			await editor().run();
			await output
				.getByRole('alert')
				.filter({ hasText: 'Dry run: 2 accounts would be redacted, 1 redacted before' })
				.waitFor();
			await output.getByText('wouldRedact').first().waitFor();
			await takePictures(editor(), 'redact', node);
			expect(accounts.map(({ redactedAt }) => redactedAt)).toEqual([
				null,
				null,
				expect.any(String),
			]);

			await editor().field('dryRun').locator('.el-switch').click();
			await node.getByText(WARNING).waitFor();
			await editor().saved('Dry Run off', ({ dryRun }) => dryRun === false);
			await node.getByTestId('node-execute-button').click();
			await output
				.getByRole('alert')
				.filter({ hasText: /^2 accounts redacted/ })
				.waitFor();
			await expectSoon(
				() => Promise.resolve(accounts.filter(({ nameFirst }) => nameFirst === null).length),
				2,
			);
		});
	});
}
