/** An account with the seven columns as they were received; an empty or missing cell is `null`. */
export interface StoredAccount {
	/** `act_…` */
	id: string;
	referenceId: string | null;
	nameFirst: string | null;
	nameMiddle: string | null;
	nameLast: string | null;
	birthdate: string | null;
	socialSecurityNumber: string | null;
	/** The raw cell. */
	tags: string | null;
	/** The same reference ID may exist once per account type. */
	accountTypeName: string;
	/** ISO 8601. */
	createdAt: string;
	/** ISO 8601; `null` until the account is redacted. */
	redactedAt: string | null;
	importerId: string | null;
	/** Values of fields that are no column of an import, by key. */
	fields?: Record<string, unknown>;
}

/** One field of an account type, as Persona's `field-schema` describes it. */
export interface FieldSchema {
	type: string;
	key: string;
	label: string | null;
	config: Record<string, unknown>;
}

export interface StoredAccountType {
	/** `acttp_…` */
	id: string;
	name: string;
	fieldSchemas: FieldSchema[];
}

export type BatchRow = Record<string, unknown>;

export interface StoredBatchJob {
	/** `mprtpr_…` */
	id: string;
	/** `pending`, `running`, `completed`; a test may set any other. */
	status: string;
	operation: string;
	object: string;
	lookupField: string;
	emitEvents: boolean;
	accountTypeId: string | null;
	rows: BatchRow[];
	createdAt: string;
	startedAt: string | null;
	endedAt: string | null;
	rowsRead: number;
	createdCount: number;
	updatedCount: number;
	/** Those that failed: row number from 1, and why. In the order of their numbers. */
	rowErrors: { rowNumber: number; message: string | null }[];
	globalErrors: { errorType: string; message: string | null; retryable: boolean }[];
}

export interface StoredImporter {
	/** `mprt_…` */
	id: string;
	/** `importer/account`, `importer/list-item/name`, … */
	type: string;
	/** `pending`, `ready`, `errored`; a test may set any other. */
	status: string;
	createdAt: string;
	completedAt: string | null;
	errorCount: number;
	successfulCount: number;
	duplicateCount: number;
	fileName: string | null;
	/** `lst_…` for list items, otherwise `null`. */
	listId: string | null;
}

export interface StoredList {
	/** `lst_…` */
	id: string;
	/** `list/email-address`, `list/name`, … */
	type: string;
	name: string;
	status: 'active' | 'archived';
	archivedAt: string | null;
	createdAt: string;
	updatedAt: string;
}

export interface StoredListItem {
	/** `li_…` */
	id: string;
	listId: string;
	importerId: string | null;
	/** Column → cell, as received. */
	values: Record<string, string>;
	createdAt: string;
}

export interface WebhookSecret {
	/** `wbhsec_…` */
	value: string;
	/** ISO 8601; `null` for one that does not end. */
	expiresAt: string | null;
}

export interface StoredWebhook {
	/** `wbh_…` */
	id: string;
	status: 'enabled' | 'disabled' | 'archived';
	url: string;
	name: string | null;
	description: string | null;
	apiVersion: string;
	apiKeyInflection: 'kebab' | 'camel' | 'snake';
	attributesBlocklist: string[];
	fileAccessTokenExpiresIn: number;
	/** `*` stands for all. */
	enabledEvents: string[];
	includedAllowlist: { state: string };
	relationshipAllowlist: { state: string };
	/** The newest first. */
	secrets: WebhookSecret[];
	createdAt: string;
}
