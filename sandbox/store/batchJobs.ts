import { Collection, newId } from './collection';
import type { StoredBatchJob } from './types';

/** The batch jobs of the environment, each with its rows. */
export class BatchJobs {
	private readonly collection = new Collection<StoredBatchJob>();

	constructor(private readonly now: () => number) {}

	/** Stores a job; what is not given is a new ID, `pending`, an update of accounts without rows, made now. */
	add(given: Partial<StoredBatchJob>): StoredBatchJob {
		return this.collection.add({
			id: newId('mprtpr'),
			status: 'pending',
			operation: 'update',
			object: 'account',
			lookupField: 'reference_id',
			emitEvents: true,
			accountTypeId: null,
			rows: [],
			createdAt: new Date(this.now()).toISOString(),
			startedAt: null,
			endedAt: null,
			rowsRead: 0,
			createdCount: 0,
			updatedCount: 0,
			rowErrors: [],
			globalErrors: [],
			...given,
		});
	}

	/** Oldest first. */
	all(): StoredBatchJob[] {
		return this.collection.all();
	}

	get(id: string): StoredBatchJob | undefined {
		return this.collection.get(id);
	}

	clear(): void {
		this.collection.clear();
	}
}
