import type { Editor } from './support/editor';

const OPEN = '/home/credentials/create';

/** A person creates the credential and sees its test pass or fail. */
export function describeCredential(editor: () => Editor): void {
	describe('the credential', () => {
		const dialog = () => editor().page.getByTestId('editCredential-modal');
		const field = (name: string) =>
			dialog().getByTestId(`parameter-input-${name}`).getByRole('textbox');

		async function save(apiKey: string, baseUrl: string): Promise<void> {
			await field('apiKey').fill(apiKey);
			await field('baseUrl').fill(baseUrl);
			await dialog().getByRole('button', { name: 'Save' }).click();
		}

		const more = () => dialog().getByText('More details');

		it('is found by its name and holds the address of Persona', async () => {
			const { page, instance } = editor();
			await page.goto(instance.url + OPEN);
			await page.getByRole('dialog').getByRole('combobox').click();
			await page.keyboard.type('persona');
			await page.getByRole('option', { name: 'Persona API' }).click();
			await page.getByRole('button', { name: 'Continue' }).click();
			await field('apiKey').waitFor();
			expect(await field('apiKey').getAttribute('placeholder')).toBe('e.g. persona_sandbox_…');
			expect(await field('baseUrl').inputValue()).toBe('https://api.withpersona.com/api/v1');
		});

		it('passes its test with a sandbox key', async () => {
			const { apiKey, url } = editor().instance.sandbox;
			await save(apiKey, url);
			await dialog().getByText('Connection tested successfully').waitFor();
		});

		it('says that a key is wrong', async () => {
			await save('persona_elsewhere', editor().instance.sandbox.url);
			await more().click();
			await dialog()
				.getByText('Persona does not know this API key. Copy it again from the Persona dashboard.')
				.waitFor();
		});

		it('refuses an address that is not encrypted, and sends nothing there', async () => {
			await save(editor().instance.sandbox.apiKey, 'http://persona.example/api/v1');
			await dialog()
				.getByText("The 'Base URL' must begin with https://, so that nobody on the way can read")
				.waitFor();
			expect(editor().instance.sandbox.requests).toEqual([]);
		});

		it('explains its fields', async () => {
			const { page } = editor();
			const label = dialog().locator('label').filter({ hasText: 'API Key' });
			await label.hover();
			await label.locator('svg').first().hover();
			await page.getByText('From the Persona dashboard under API, API Keys.').first().waitFor();
		});
	});
}
