import type { StoredBatchJob } from '../store/types';
import type { Resource } from './resource';

/** A batch job as every version shows it (persona-openapi, `batch-job.yaml`). */
export function batchJobResource(job: StoredBatchJob): Resource {
	return {
		type: 'batch-job',
		id: job.id,
		attributes: {
			status: job.status,
			'run-count': 1,
			'started-at': job.startedAt,
			'ended-at': job.endedAt,
			'created-at': job.createdAt,
			'updated-at': job.endedAt ?? job.startedAt ?? job.createdAt,
			'redacted-at': null,
			'run-data': {
				'column-names': [...new Set(job.rows.flatMap((row) => Object.keys(row)))],
				'error-count': job.rowErrors.length,
				'rows-read': job.rowsRead,
				'row-count': job.rows.length,
				'success-count': job.createdCount + job.updatedCount,
				'created-count': job.createdCount,
				'updated-count': job.updatedCount,
			},
		},
	};
}

/** A row that failed (`batch-job-row-error.yaml`): it repeats the row. */
export function rowErrorResource(
	{ id, rows }: StoredBatchJob,
	{ rowNumber, message }: StoredBatchJob['rowErrors'][number],
): Resource {
	return {
		type: 'batch-job-row-error',
		id: `${id}:${String(rowNumber)}`,
		attributes: {
			row: rows[rowNumber - 1] ?? {},
			'error-message': message,
			'row-number': rowNumber,
		},
	};
}
