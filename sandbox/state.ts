import { Faults } from './http/faults';
import { IdempotencyKeys } from './http/idempotency';
import { EXACT_REFERENCE_IDS, MAXIMUM_BODY_BYTES } from './choices';
import { RateLimiter } from './http/rateLimit';
import { ProcessingQueue } from './import/queue';
import { Accounts } from './store/accounts';
import { AccountTypes } from './store/accountTypes';
import { BatchJobs } from './store/batchJobs';
import { Importers } from './store/importers';
import { Lists } from './store/lists';
import { Webhooks } from './store/webhooks';
import { Deliveries, RETRY_WAITS } from './webhooks/delivery';
import type { RecordedRequest, SandboxOptions } from './types';

/** Active tags of an organization (https://docs.withpersona.com/changelog/2025/9/29, for every version). */
const MAXIMUM_ACTIVE_TAGS = 1000;

/** Everything that a sandbox remembers, in one place so that it can be forgotten in one. */
export class State {
	readonly now: () => number;
	readonly maximumBodyBytes: number;
	readonly requests: RecordedRequest[] = [];
	readonly faults = new Faults();
	readonly accounts: Accounts;
	readonly accountTypes = new AccountTypes();
	readonly batchJobs: BatchJobs;
	readonly importers: Importers;
	readonly lists: Lists;
	readonly webhooks: Webhooks;
	readonly deliveries: Deliveries;
	readonly rateLimiter: RateLimiter;
	readonly idempotencyKeys: IdempotencyKeys;
	readonly queue: ProcessingQueue;

	constructor(options: SandboxOptions) {
		this.now = options.now ?? Date.now;
		this.maximumBodyBytes = options.maximumBodyBytes ?? MAXIMUM_BODY_BYTES;
		this.accounts = new Accounts(this.now, {
			exactReferenceIds: options.exactReferenceIds ?? EXACT_REFERENCE_IDS,
			maximumActiveTags: options.maximumActiveTags ?? MAXIMUM_ACTIVE_TAGS,
		});
		this.batchJobs = new BatchJobs(this.now);
		this.importers = new Importers(this.now);
		this.lists = new Lists(this.now);
		this.webhooks = new Webhooks(this.now);
		this.deliveries = new Deliveries(
			this.webhooks,
			this.now,
			options.webhookRetryMilliseconds ?? RETRY_WAITS,
		);
		this.rateLimiter = new RateLimiter(
			options.rateLimit ?? 300,
			options.rateLimitWindowSeconds ?? 60,
			this.now,
		);
		this.idempotencyKeys = new IdempotencyKeys(this.now);
		this.queue = new ProcessingQueue(options.processingMilliseconds ?? 50);
	}

	/** Forgets everything. What is being processed just then stores nothing more. */
	reset(): void {
		this.queue.clear();
		this.requests.length = 0;
		this.faults.clear();
		this.accounts.clear();
		this.accountTypes.clear();
		this.batchJobs.clear();
		this.importers.clear();
		this.lists.clear();
		this.webhooks.clear();
		this.deliveries.clear();
		this.rateLimiter.reset();
		this.idempotencyKeys.clear();
	}
}
