import { startSandbox, type Flaw, type Sandbox } from '../../../sandbox';
import { saveCredential } from '../../../scripts/n8n/setup';
import type { Workflow } from '../../../scripts/n8n/types';
import { SETUP_LIMIT } from '../support/instance';
import { newMortalInstance, type MortalInstance } from '../support/liveInstance';
import { triggerWorkflow } from '../support/triggers';

/** An n8n, and a Persona that sends again what n8n refuses. */
export class TriggerSetup {
	instance!: MortalInstance;
	persona!: Sandbox;

	/** For the tests of one file. */
	use(): this {
		beforeAll(async () => {
			this.instance = await newMortalInstance();
			this.persona = await startSandbox({ webhookRetryMilliseconds: [300, 600] });
			const data = { apiKey: this.persona.apiKey, baseUrl: this.persona.url };
			const name = 'Persona with webhooks';
			const id = await saveCredential(this.instance.request, { name, type: 'personaApi', data });
			this.instance.credential = { id, name };
		}, SETUP_LIMIT);
		beforeEach(() => this.persona.reset());
		afterAll(async () => {
			await this.persona.close();
			await this.instance.close();
		});
		return this;
	}

	workflowFor(id: string, parameters = {}): Workflow {
		return triggerWorkflow(this.instance, id, { events: ['account.created'], ...parameters });
	}
}

export const account = (id: string) => ({
	type: 'account',
	id,
	attributes: { 'reference-id': id },
});
export const created = (id: string, more: { id?: string; flaw?: Flaw } = {}) => ({
	name: 'account.created',
	data: account(id),
	...more,
});
