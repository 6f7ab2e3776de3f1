import type { IDataObject, IRun } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import { importWorkflow, outputOf, reasonIn, runWorkflow } from './engine';
import type { FaultCase } from './faults';

export const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

export interface Setting {
	onError: (typeof ON_ERROR)[number];
	retryOnFail: boolean;
}

export const SETTINGS: Setting[] = ON_ERROR.flatMap((onError) =>
	[false, true].map((retryOnFail) => ({ onError, retryOnFail })),
);

/** What came of one fault under one setting. */
export interface MatrixRow extends Setting {
	fault: string;
	/** Rows of importer items. */
	accepted: number;
	/** Rows that have an item that says why not. */
	inErrorItems: number;
	requests: number;
	/** Rows that the sandbox holds in the end. */
	held: number;
	/** What the user reads first. */
	message: string;
}

/** Runs three uploads of two rows each; the fault hits the second. */
export async function runFault(
	sandbox: Sandbox,
	rows: IDataObject[],
	fault: FaultCase,
	setting: Setting,
): Promise<IRun> {
	sandbox.reset();
	if (fault.faults !== undefined) {
		sandbox.faults.add({ kind: 'slow', milliseconds: 1, on: { method: 'POST' } });
		for (const entry of fault.faults) sandbox.faults.add(entry);
	}
	const workflow = importWorkflow(rows, {
		parameters: { options: { rowsPerImport: 2 } },
		settings: { ...setting, maxTries: 2, waitBetweenTries: 1 },
	});
	const { apiKey = sandbox.apiKey, baseUrl = sandbox.url } = fault;
	const run = await runWorkflow(workflow, { apiKey, baseUrl });
	sandbox.faults.clear();
	await sandbox.settle();
	return run;
}

/** Reduces a run to its row of the matrix. */
export function toMatrixRow(
	sandbox: Sandbox,
	run: IRun,
	fault: FaultCase,
	setting: Setting,
): MatrixRow {
	const items = [...outputOf(run, 0), ...outputOf(run, 1)];
	const reasons = items.flatMap((item) => reasonIn(item) ?? []);
	const accepted = items
		.filter((item) => reasonIn(item) === undefined)
		.reduce((sum, { json }) => sum + Number((json.meta as IDataObject).rows), 0);
	const message = run.data.resultData.error?.message ?? reasons[0]?.message ?? '';
	return {
		fault: fault.name,
		...setting,
		accepted,
		inErrorItems: reasons.length,
		requests: sandbox.requests.length,
		held: sandbox.accounts().length,
		message,
	};
}
