import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { saveCredential, saveWorkflow } from '../../../scripts/n8n/setup';
import { requireChromium } from '../../../scripts/shared/chromium';
import { LOGIN } from '../../../scripts/start/editor';
import { contactsWorkflow } from './contacts';
import { newInstance, type Instance } from './instance';

// No sandbox, because containers have none to give; nothing that talks to anybody but the editor.
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** How long the editor may take for one thing, on a busy machine. */
export const PATIENCE = 45_000;

export type Theme = 'light' | 'dark';

/** The editor as somebody sees who is signed in. */
export class Editor {
	private constructor(
		readonly instance: Instance,
		private readonly browser: Browser,
		readonly page: Page,
	) {}

	/** Starts n8n, the sandbox and the browser, and signs in. */
	static async open(): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const executablePath = requireChromium();
		const instance = await newInstance();
		const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
		const page = await browser.newPage({
			viewport: { width: 1400, height: 800 },
			reducedMotion: 'reduce',
		});
		page.setDefaultTimeout(PATIENCE);
		await page.goto(`${instance.url}/signin`);
		await page.getByRole('textbox', { name: 'Email' }).fill(LOGIN.email);
		await page.getByLabel('Password').fill(LOGIN.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL(/\/(home|workflow)/);
		return new Editor(instance, browser, page);
	}

	/** Stores a credential for the sandbox, as far as nothing else is said. */
	async storeCredential(name: string, data: { apiKey?: string; baseUrl?: string } = {}) {
		const { sandbox, request } = this.instance;
		const all = { apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...data };
		return { id: await saveCredential(request, { name, type: 'personaApi', data: all }), name };
	}

	/** Stores a workflow and opens it. */
	async openWorkflow(...given: Parameters<typeof contactsWorkflow>): Promise<void> {
		const workflow = contactsWorkflow(...given);
		await saveWorkflow(this.instance.request, workflow);
		await this.page.goto(`${this.instance.url}/workflow/${workflow.id}`);
		await this.onCanvas('CRM contacts').waitFor();
	}

	/** Stores a workflow with a Persona node and opens that node. */
	async openNode(...given: Parameters<typeof contactsWorkflow>): Promise<void> {
		await this.openWorkflow(...given);
		await this.onCanvas('Persona').dblclick();
		await this.page.getByRole('tab', { name: 'Settings' }).waitFor();
	}

	onCanvas(text: string): Locator {
		return this.page.getByTestId('canvas-node').filter({ hasText: text });
	}

	/** The pane with the node's own fields. */
	get node(): Locator {
		return this.page.getByRole('dialog').first();
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** Runs the node and waits for what it says. */
	async run(): Promise<void> {
		await this.node.getByTestId('node-execute-button').click();
		await this.output
			.getByTestId('node-error-message')
			.or(this.output.getByRole('table'))
			.waitFor();
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.instance.close();
	}
}
