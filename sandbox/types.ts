import type { Fault } from './faultTypes';
import type {
	StoredAccount,
	StoredAccountType,
	StoredBatchJob,
	StoredImporter,
	StoredList,
	StoredListItem,
	StoredWebhook,
} from './store/types';
import type { Delivery, SandboxEvent } from './webhooks/delivery';

/** How a sandbox starts. Every value has a default, so `startSandbox()` is enough for a test. */
export interface SandboxOptions {
	/** TCP port; 0 (default) takes any free one. */
	port?: number;
	/** Address to listen on, default `127.0.0.1`. */
	host?: string;
	/** Time from `pending` to `ready` or `errored`, default 50. `Infinity` leaves importers pending. */
	processingMilliseconds?: number;
	/** Requests per window for the whole environment, default 300. */
	rateLimit?: number;
	/** Length of the window, which starts at its first request, default 60. */
	rateLimitWindowSeconds?: number;
	/** Waits before further attempts to deliver an event, default as Persona's, up to 33 hours. */
	webhookRetryMilliseconds?: readonly number[];
	/** A larger request body is answered with 413, default `MAXIMUM_BODY_BYTES` in choices.ts. */
	maximumBodyBytes?: number;
	/** Whether reference IDs that differ in casing are two, default `EXACT_REFERENCE_IDS` in choices.ts. */
	exactReferenceIds?: boolean;
	/** From this many tags on, a file that would bring new ones is answered with 422, default 1000. */
	maximumActiveTags?: number;
	/** Clock in milliseconds since 1970 for windows, key life and time stamps, default `Date.now`. */
	now?: () => number;
	/** Gets one line per request: method, path, status, duration, bytes. Off by default. */
	log?: (line: string) => void;
}

/** One part of a multipart body, without its content. */
export interface RecordedPart {
	name: string;
	fileName?: string;
	contentType?: string;
	bytes: number;
}

/** What arrived and how it was answered, in order of arrival. It holds no value of a row. */
export interface RecordedRequest {
	method: string;
	/** Below the base URL, without the query: `/importer/accounts`, `/importers/mprt_…`. */
	path: string;
	/** Decoded: `{ 'page[size]': '100' }`. */
	query: Record<string, string>;
	/** Names in lower case; `authorization` is removed. */
	headers: Record<string, string>;
	/** `null` while unanswered, and for ever when the connection was dropped. */
	status: number | null;
	bodyBytes: number;
	/** Empty when the body is not multipart. */
	parts: RecordedPart[];
	/** True when the answer came from a saved Idempotency-Key. */
	idempotencyReplay: boolean;
}

/** Scripted faults, used up in the order of `add`. */
export interface FaultControls {
	add(fault: Fault): void;
	clear(): void;
	/** How many times a fault can still happen, over all faults. */
	pending(): number;
}

/**
 * A running sandbox. The stored objects that it hands out are live: changing an importer's `status`
 * changes what the API answers.
 */
export interface Sandbox {
	/** Base URL, e.g. `http://127.0.0.1:40123/api/v1`. */
	url: string;
	/** A key that it accepts. Any `persona_sandbox_` plus a suffix is accepted. */
	apiKey: string;
	requests: RecordedRequest[];
	faults: FaultControls;
	/** Oldest first. */
	accounts(): StoredAccount[];
	/** Oldest first. */
	importers(): StoredImporter[];
	/** The uploaded file, byte for byte. Throws for an importer without one. */
	csvOf(importerId: string): Buffer;
	/** Stores an account that no import made; missing columns are `null`. */
	addAccount(account?: Partial<StoredAccount>): StoredAccount;
	/** Stores an account type, without fields unless told. */
	addAccountType(type?: Partial<StoredAccountType>): StoredAccountType;
	/** Oldest first. */
	batchJobs(): StoredBatchJob[];
	/** Stores a batch job, completed and without rows unless told. */
	addBatchJob(job?: Partial<StoredBatchJob>): StoredBatchJob;
	/** Stores an importer without a file, `ready` and of type `importer/account` unless told. */
	addImporter(importer?: Partial<StoredImporter>): StoredImporter;
	/** Stores a list, active and of type `list/email-address` unless told. */
	addList(list?: Partial<StoredList>): StoredList;
	/** Oldest first. */
	listItems(listId: string): StoredListItem[];
	/** Oldest first. */
	webhooks(): StoredWebhook[];
	/** Tells all enabled webhooks that want to know of an event; resolves with the first attempts. */
	emit(event: SandboxEvent): Promise<Delivery[]>;
	/** All attempts to deliver events, in the order in which they ended. */
	deliveries: Delivery[];
	/** Processes every uploaded, still pending importer and batch job now, without waiting for its delay. */
	settle(): Promise<void>;
	/** Forgets everything: data, requests, faults, saved keys, the rate-limit window. */
	reset(): void;
	close(): Promise<void>;
}
