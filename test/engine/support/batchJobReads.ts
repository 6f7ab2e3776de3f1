import type { IDataObject, INode, IRun } from 'n8n-workflow';

import type { StoredBatchJob } from '../../../sandbox';
import { importWorkflow, outputOf, reasonIn, runWorkflow } from './engine';
import { PersonaStandIn } from './personaStandIn';

/** What every row of a job holds; it must not come out of the node. */
export const SECRET = 'Wilhelmina';

/** The operations of the resource Batch Job, with an item for each ID. */
export class BatchJobReads extends PersonaStandIn {
	async run(
		operation: string,
		ids: unknown[],
		parameters: IDataObject = {},
		settings: Partial<INode> = {},
	): Promise<IRun> {
		const all = { resource: 'batchJob', operation, ...parameters };
		const rows = ids.map((id) => ({ id }) as IDataObject);
		return await runWorkflow(importWorkflow(rows, { parameters: all, settings }), this.access);
	}

	/** A finished job of which each second row failed. */
	failedJob(rowCount: number, more: Partial<StoredBatchJob> = {}): StoredBatchJob {
		const rows = Array.from({ length: rowCount }, () => ({ name_first: SECRET }));
		const rowErrors = rows.flatMap((_, index) =>
			index % 2 === 0 ? [] : [{ rowNumber: index + 1, message: `name ${SECRET} is invalid` }],
		);
		return this.sandbox.addBatchJob({ rows, rowErrors, updatedCount: rowCount / 2, ...more });
	}
}

/** A batch job as Persona returns it, in kebab-case. */
export function jobJson(job: StoredBatchJob): IDataObject {
	return {
		type: 'batch-job',
		id: job.id,
		attributes: {
			status: job.status,
			'run-count': 1,
			'started-at': null,
			'ended-at': null,
			'created-at': job.createdAt,
			'updated-at': job.createdAt,
			'redacted-at': null,
			'run-data': {
				'column-names': job.rows.length > 0 ? ['name_first'] : [],
				'error-count': job.rowErrors.length,
				'rows-read': 0,
				'row-count': job.rows.length,
				'success-count': job.updatedCount,
				'created-count': 0,
				'updated-count': job.updatedCount,
			},
		},
	};
}

export const reasonsOf = async (running: Promise<IRun>) =>
	outputOf(await running).map((item) => reasonIn(item)?.message);

export const stopOf = async (running: Promise<IRun>) => (await running).data.resultData.error!;
