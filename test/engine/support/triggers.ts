import type { NodeApiError } from 'n8n-workflow';

import { startSandbox, type Flaw, type Sandbox } from '../../../sandbox';
import { TriggerHost } from './triggerHost';

/** The event of an account that was created; a flaw is in how it is signed. */
export const created = (id: string, more: { id?: string; flaw?: Flaw } = {}) => ({
	name: 'account.created',
	data: { type: 'account', id, attributes: {} },
	...more,
});

/** Hosts with a trigger each, and a stand-in for Persona that sends no event again by itself. */
export class Triggers {
	sandbox!: Sandbox;
	private readonly hosts: TriggerHost[] = [];
	private workflows = 0;

	/** For the tests of one file. */
	use(): this {
		beforeAll(async () => {
			this.sandbox = await startSandbox({ webhookRetryMilliseconds: [] });
		});
		beforeEach(() => this.sandbox.reset());
		afterEach(async () => {
			await Promise.all(this.hosts.splice(0).map((host) => host.close()));
		});
		afterAll(() => this.sandbox.close());
		return this;
	}

	async hostFor(parameters = {}, more: { address?: string; baseUrl?: string } = {}) {
		const { address, baseUrl = this.sandbox.url } = more;
		const host = await TriggerHost.start({
			parameters: { events: ['account.created'], ...parameters },
			access: { apiKey: this.sandbox.apiKey, baseUrl },
			address,
			workflowId: `wf${String(++this.workflows)}`,
		});
		this.hosts.push(host);
		return host;
	}

	/** What the trigger answers to events, one after the other. */
	async statusesOf(...events: Parameters<Sandbox['emit']>[0][]): Promise<(number | null)[]> {
		const statuses: (number | null)[] = [];
		for (const event of events) {
			for (const { status } of await this.sandbox.emit(event)) statuses.push(status);
		}
		return statuses;
	}
}

/** What stopped an activation. */
export const refusalOf = async (host: TriggerHost) =>
	await host.activate().then(
		() => undefined,
		(error: unknown) => error as NodeApiError,
	);
