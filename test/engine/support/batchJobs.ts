import type { IDataObject, INode, IRun } from 'n8n-workflow';

import type { SandboxOptions } from '../../../sandbox';
import { importWorkflow, outputOf, reasonIn, runWorkflow, startWorkflow } from './engine';
import { PersonaStandIn } from './personaStandIn';

/** The sandbox's own account type, whose fields are in its store/defaultFields.ts. */
export const TYPE = 'acttp_SandboxAccountTypeUser';

/** Requests that create a job, or only look whether the key may. */
export const POST = { method: 'POST', path: '/batch-jobs' };

export const SIX_ROWS = 'abcdef'
	.split('')
	.map((Id): IDataObject => ({ Id, Nickname: `Name of ${Id}` }));
export const TWO_A_JOB = { output: 'rows', options: { rowsPerJob: 2, pollInterval: 1 } };

export interface Person extends IDataObject {
	reference_id: string;
}

/** The two operations that write through batch jobs. */
export class BatchJobs extends PersonaStandIn {
	override use(options: SandboxOptions = {}): this {
		return super.use({ processingMilliseconds: 0, ...options });
	}

	workflow(rows: IDataObject[], parameters: IDataObject, settings: Partial<INode> = {}) {
		const all = { resource: 'account', operation: 'upsert', accountTypeId: TYPE, ...parameters };
		return importWorkflow(rows, { parameters: all, settings });
	}

	async run(
		rows: IDataObject[],
		parameters: IDataObject = {},
		settings: Partial<INode> = {},
		executionId?: string,
	): Promise<IRun> {
		return await runWorkflow(this.workflow(rows, parameters, settings), this.access, executionId);
	}

	start(rows: IDataObject[], parameters: IDataObject = {}) {
		return startWorkflow(this.workflow(rows, parameters), this.access);
	}

	/** The accounts as their reference IDs and own fields. */
	accounts(): IDataObject {
		return Object.fromEntries(
			this.sandbox.accounts().map(({ referenceId, fields = {} }) => [referenceId, fields]),
		) as IDataObject;
	}

	/** Method, path and status of each request, without IDs. */
	requests(): string[] {
		return this.sandbox.requests.map(({ method, path, status }) => {
			return `${method} ${path.replace(/(mprtpr|acttp)_\w+/, '…')} ${String(status)}`;
		});
	}

	/** The key of each request that sent rows. */
	keys(): unknown[] {
		return this.sandbox.requests
			.filter(({ method, status }) => method === 'POST' && status !== 400)
			.map(({ headers }) => headers['idempotency-key']);
	}

	/** The rows of each job that was accepted. */
	jobs(): unknown[][] {
		return this.sandbox.batchJobs().map(({ rows }) => rows);
	}
}

/** What an output says: results, and reasons with the item that each is about. */
export function toldBy(run: IRun, output = 0): [number | undefined, string][] {
	return outputOf(run, output).map((item) => {
		const { item: index } = item.pairedItem as { item?: number };
		return [index, reasonIn(item)?.message ?? String(item.json.outcome ?? item.json.type)];
	});
}

/** What `toldBy` returns of rows that were written. */
export const written = (...items: number[]) => items.map((item) => [item, 'written']);
