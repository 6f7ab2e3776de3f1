import type { Editor } from './support/editor';
import { takePictures } from './support/picture';
import { story } from './support/story';

const OPEN = '/home/credentials/create';

/** A person creates the credential and sees its test pass or fail. */
export function describeCredential(editor: () => Editor): void {
	describe('the credential', () => {
		const dialog = () => editor().page.getByTestId('editCredential-modal');
		const field = (name: string) =>
			dialog().getByTestId(`parameter-input-${name}`).getByRole('textbox');
		const passes = () => dialog().getByText('Connection tested successfully').waitFor();
		const sandbox = () => editor().instance.sandbox;

		async function save(apiKey: string, baseUrl: string): Promise<void> {
			await field('apiKey').fill(apiKey);
			await field('baseUrl').fill(baseUrl);
			await dialog().getByRole('button', { name: 'Save' }).click();
		}

		async function retry(): Promise<void> {
			await dialog().getByRole('button', { name: 'Retry' }).click();
		}

		async function says(text: string): Promise<void> {
			const sentence = dialog().getByText(text);
			const more = dialog().getByText('More details');
			await more.or(sentence).first().waitFor();
			// After a second test the details may be open already.
			if (await more.isVisible()) await more.click();
			await sentence.waitFor();
		}

		story(editor, 'is found by its name and holds the address of Persona', async () => {
			const { page, instance } = editor();
			await page.goto(instance.url + OPEN);
			await page.getByRole('dialog').getByRole('combobox').click();
			await page.keyboard.type('persona');
			await page.getByRole('option', { name: 'Persona API' }).click();
			await page.getByRole('button', { name: 'Continue' }).click();
			await field('apiKey').waitFor();
			expect(await field('apiKey').getAttribute('placeholder')).toBe('e.g. persona_sandbox_…');
			expect(await field('baseUrl').inputValue()).toBe('https://api.withpersona.com/api/v1');
			await takePictures(editor(), 'credential', dialog());
		});

		story(editor, 'passes its test with a sandbox key', async () => {
			await save(sandbox().apiKey, sandbox().url);
			await passes();
		});

		story(editor, 'does not blame the key for a rate limit or an outage', async () => {
			sandbox().faults.add({ kind: 'rateLimited', resetSeconds: 1 });
			await retry();
			await says("Persona's rate limit is used up, so the API key could not be tested.");
			sandbox().faults.add({ kind: 'html', status: 503 });
			await retry();
			await says('Persona is not available right now. Test this credential again later.');
			await retry();
			await passes();
		});

		story(editor, 'says that a key is wrong', async () => {
			await save('persona_elsewhere', sandbox().url);
			await says('Persona does not know this API key. Copy it again from the Persona dashboard.');
		});

		story(editor, 'says that an address is not that of Persona', async () => {
			await save(sandbox().apiKey, sandbox().url.replace('/v1', '/v0'));
			await says("Persona has nothing at this 'Base URL'.");
		});

		story(editor, 'refuses an address that is not encrypted, and sends nothing there', async () => {
			await save(sandbox().apiKey, 'http://persona.example/api/v1');
			await says("The 'Base URL' must begin with https://, so that nobody on the way can read");
			expect(sandbox().requests).toEqual([]);
		});

		story(editor, 'explains its fields', async () => {
			const { page } = editor();
			const label = dialog().locator('label').filter({ hasText: 'API Key' });
			await label.hover();
			await label.locator('svg').first().hover();
			await page.getByText('From the Persona dashboard under API, API Keys.').first().waitFor();
		});
	});
}
