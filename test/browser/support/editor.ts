import type { INode, INodeParameters } from 'n8n-workflow';
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { saveCredential, saveWorkflow } from '../../../scripts/n8n/setup';
import type { Workflow } from '../../../scripts/n8n/types';
import { requireChromium } from '../../../scripts/shared/chromium';
import { LOOPBACK } from '../../../scripts/shared/ports';
import { LOGIN } from '../../../scripts/start/login';
import { contactsWorkflow, SOURCE } from './contacts';
import { eventually } from './eventually';
import { newInstance, type Instance } from './instance';
import { PATIENCE } from './patience';

// No sandbox, because containers have none to give; nothing that talks to anybody but the editor.
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--no-proxy-server',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	`--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${LOOPBACK}`,
];

export type Theme = 'light' | 'dark';

/** The editor as somebody sees who is signed in. */
export class Editor {
	/** Hosts that answered the page. */
	readonly hosts = new Set<string>();
	private workflowId = '';

	private constructor(
		readonly instance: Instance,
		private readonly browser: Browser,
		readonly page: Page,
	) {
		page.setDefaultTimeout(PATIENCE);
		page.on('response', (response) => this.hosts.add(new URL(response.url()).hostname));
		// The editor asks before it leaves a page with changes.
		page.on('dialog', (dialog) => void dialog.accept());
	}

	/** Starts n8n, the sandbox and the browser, and signs in. */
	static async open(): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const executablePath = requireChromium();
		const instance = await newInstance();
		const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
		const viewport = { width: 1400, height: 800 };
		const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
		const editor = new Editor(instance, browser, page);
		await page.goto(`${instance.url}/signin`);
		await page.getByRole('textbox', { name: 'Email' }).fill(LOGIN.email);
		await page.getByLabel('Password').fill(LOGIN.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL(/\/(home|workflow)/);
		return editor;
	}

	/** Stores a credential for the sandbox, as far as nothing else is said. */
	async storeCredential(name: string, data: { apiKey?: string; baseUrl?: string } = {}) {
		const { sandbox, request } = this.instance;
		const all = { apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...data };
		return { id: await saveCredential(request, { name, type: 'personaApi', data: all }), name };
	}

	/** Stores a workflow and opens it. */
	async openWorkflow(...given: Parameters<typeof contactsWorkflow>): Promise<void> {
		await this.openStored(contactsWorkflow(...given), SOURCE);
	}

	/** @param node the name of one that has to be on the canvas */
	async openStored(workflow: Workflow, node: string): Promise<void> {
		this.workflowId = workflow.id;
		await saveWorkflow(this.instance.request, workflow);
		await this.page.goto(`${this.instance.url}/workflow/${workflow.id}`);
		await this.onCanvas(node).waitFor();
	}

	/** Stores a workflow with a Persona node and opens that node. */
	async openNode(...given: Parameters<typeof contactsWorkflow>): Promise<void> {
		await this.openWorkflow(...given);
		await this.onCanvas('Persona').dblclick();
		await this.node.getByRole('tab', { name: 'Settings' }).waitFor();
	}

	onCanvas(text: string): Locator {
		return this.page.getByTestId('canvas-node').filter({ hasText: text });
	}

	/** The pane with the node's own fields. */
	get node(): Locator {
		return this.page.getByRole('dialog').first();
	}

	get input(): Locator {
		return this.node.getByTestId('ndv-input-panel');
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** A field of the node, by the name that workflows store. */
	field(name: string): Locator {
		return this.node.getByTestId(`parameter-input-${name}`);
	}

	/** Picks from a field with choices. */
	async choose(field: Locator, choice: string): Promise<void> {
		await field.getByRole('combobox').click();
		const name = this.page.getByText(choice, { exact: true });
		await this.page.getByRole('option').filter({ has: name }).click();
	}

	/** Runs the node and waits for what it says. */
	async run(): Promise<void> {
		await this.node.getByTestId('node-execute-button').click();
		const items = this.output.getByTestId('ndv-items-count');
		await this.output.getByTestId('node-error-message').or(items).first().waitFor();
	}

	/** The editor takes over a change after a pause and saves it at once; until then it would run the node without it. */
	async saved(what: string, isSaved: (parameters: INodeParameters) => boolean): Promise<void> {
		const path = `/workflows/${this.workflowId}`;
		const look = async () => {
			const { nodes } = await this.instance.request<Workflow>('GET', path);
			const persona = nodes.find(({ type }: INode) => type.startsWith('n8n-nodes-persona.'));
			return persona !== undefined && isSaved(persona.parameters);
		};
		await eventually(`the workflow was saved with ${what}`, look);
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.instance.close();
	}
}
