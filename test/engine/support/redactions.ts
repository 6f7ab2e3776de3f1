import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox, type StoredAccount } from '../../../sandbox';
import { importWorkflow, runWorkflow } from './engine';
import { VirtualClock } from './virtualClock';

/** The first name of every account here; it must not come out of the node. */
export const SECRET = 'Wilhelmina';

/** Runs Account: Redact against a sandbox, on a clock that does not wait. */
export class Redactions {
	readonly clock = new VirtualClock();
	sandbox!: Sandbox;

	/** Registers what has to happen before and after the tests of a file. */
	constructor() {
		beforeAll(async () => {
			this.clock.install();
			this.sandbox = await startSandbox({ now: this.clock.now });
		});
		beforeEach(() => {
			this.clock.pass(60);
			this.sandbox.reset();
			this.clock.forget();
		});
		afterAll(async () => {
			this.clock.restore();
			await this.sandbox.close();
		});
	}

	get access() {
		return { apiKey: this.sandbox.apiKey, baseUrl: this.sandbox.url };
	}

	workflow(rows: IDataObject[], parameters: IDataObject, settings: Partial<INode> = {}) {
		const all = { resource: 'account', operation: 'redact', ...parameters };
		return importWorkflow(rows, { parameters: all, settings });
	}

	async run(rows: IDataObject[], parameters: IDataObject = {}, settings: Partial<INode> = {}) {
		return await runWorkflow(this.workflow(rows, parameters, settings), this.access);
	}

	/** Accounts with the reference IDs r-0, r-1 … */
	add(count: number, more: Partial<StoredAccount> = {}): StoredAccount[] {
		return Array.from({ length: count }, (_, index) =>
			this.sandbox.addAccount({ referenceId: `r-${index}`, nameFirst: SECRET, ...more }),
		);
	}

	fault(account: StoredAccount, fault: Fault, method = 'DELETE'): void {
		const on = { method, path: `/accounts/${account.id}` };
		this.sandbox.faults.add({ ...fault, on });
	}

	/** Paths of the requests that redact. */
	deleted(): string[] {
		return this.sandbox.requests
			.filter(({ method }) => method === 'DELETE')
			.map(({ path }) => path);
	}

	redactedIds(): string[] {
		return this.sandbox
			.accounts()
			.flatMap(({ id, redactedAt }) => ((redactedAt ?? false) ? [id] : []));
	}
}

export const FOR_REAL = { dryRun: false };
export const BY_REFERENCE_ID = { identifyBy: 'referenceId' };

export const rowsOf = (accounts: StoredAccount[]) =>
	accounts.map(({ id, referenceId }) => ({ accountId: id, reference_id: referenceId }));
export const outcomes = (items: INodeExecutionData[]) => items.map(({ json }) => json.outcome);
export const REQUEST_ID = expect.stringMatching(/^req_/) as string;
