import type { IDataObject, INode, INodeExecutionData, IRun } from 'n8n-workflow';

import type { Fault, StoredAccount } from '../../../sandbox';
import { importWorkflow, personaRun, runWorkflow } from './engine';
import { PersonaStandIn } from './personaStandIn';

/** The first name of every account here; it must not come out of the node. */
export const SECRET = 'Wilhelmina';

/** Runs Account: Redact, with a new minute of the rate limit for each test. */
export class Redactions extends PersonaStandIn {
	constructor() {
		super();
		this.use();
		beforeEach(() => this.clock.pass(60));
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

/** Before every test. */
export const EARLIER = '2026-11-01T00:00:00.000Z';

export const FOR_REAL = { dryRun: false };
export const BY_REFERENCE_ID = { identifyBy: 'referenceId' };

export const rowsOf = (accounts: StoredAccount[]) =>
	accounts.map(({ id, referenceId }) => ({ accountId: id, reference_id: referenceId }));
export const errorOf = (result: IRun) => personaRun(result).error;
export const outcomes = (items: INodeExecutionData[]) => items.map(({ json }) => json.outcome);
export const REQUEST_ID = expect.stringMatching(/^req_/) as string;
