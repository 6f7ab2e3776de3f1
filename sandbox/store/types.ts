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
