import { PROBLEM_SENTENCES } from '../../nodes/Persona/pipeline/rules/codes';
import { freePort, LOOPBACK } from '../../scripts/shared/ports';
import { BAD_CONTACTS } from './support/contacts';
import type { Editor } from './support/editor';
import { takePictures } from './support/picture';
import { story } from './support/story';

/** What a person reads when something does not get through. */
export function describeMessages(editor: () => Editor): void {
	describe('a message', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		const message = () => editor().output.getByTestId('node-error-message').innerText();
		const description = () => editor().output.getByTestId('node-error-description');

		story(editor, 'lists the rows that cannot go', async () => {
			await editor().openNode('rejected', { credential, contacts: BAD_CONTACTS });
			await editor().run();
			expect(await message()).toBe('2 of 3 rows cannot be imported, so nothing was sent');
			expect(await description().getByRole('listitem').allInnerTexts()).toEqual([
				`Item 1, column 'birthdate' (your field 'DOB'): ${PROBLEM_SENTENCES.impossibleDate}.`,
				`Item 1, column 'social_security_number' (your field 'SSN'): ${PROBLEM_SENTENCES.socialSecurityNumber}.`,
				"Item 2, column 'birthdate' (your field 'DOB'): is in the future.",
			]);
			expect(await description().innerText()).toMatch(/\n\s*Fix these rows in the source/);
			await takePictures(editor(), 'rejected', editor().node);
		});

		story(editor, 'tells that the key is wrong', async () => {
			const wrong = await editor().storeCredential('Wrong key', { apiKey: 'persona_elsewhere' });
			await editor().openNode('wrongKey', { credential: wrong });
			await editor().run();
			expect(await message()).toBe('Persona does not accept the API key (HTTP 401)');
			expect(await description().innerText()).toContain(
				'copy the API key from the Persona dashboard again',
			);
		});

		story(editor, 'tells that the rate limit is used up', async () => {
			editor().instance.sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 3600 });
			await editor().openNode('rateLimit', { credential });
			await editor().run();
			expect(await message()).toBe("Persona's rate limit is used up (HTTP 429)");
			expect(await description().innerText()).toContain(
				'All API keys of an environment share one rate limit.',
			);
		});

		story(editor, 'tells that Persona is not available', async () => {
			editor().instance.sandbox.faults.add({ kind: 'html', status: 503 });
			// Without a key that makes a second attempt harmless, there is none, and no waiting for it.
			await editor().openNode('unavailable', {
				credential,
				parameters: { options: { idempotency: 'none' } },
			});
			await editor().run();
			expect(await message()).toBe('Persona is not available right now (HTTP 503)');
			expect(await description().innerText()).toContain(
				'It is not known whether Persona took these rows.',
			);
		});

		story(editor, 'tells in the list of importers that nothing answers', async () => {
			const { page, node } = editor();
			const baseUrl = `http://${LOOPBACK}:${await freePort()}/api/v1`;
			const down = await editor().storeCredential('Nobody there', { baseUrl });
			const importerId = { __rl: true, mode: 'list', value: '' };
			const parameters = { resource: 'importer', operation: 'get', importerId };
			await editor().openNode('down', { credential: down, parameters });
			await node.getByTestId('rlc-input').click();
			await page.getByText("Nothing answers at the credential's 'Base URL'").waitFor();
		});
	});
}
