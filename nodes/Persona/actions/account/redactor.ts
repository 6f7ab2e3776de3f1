import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { lookUpAccounts } from '../../transport/accounts';
import { objectBody, type PersonaClient } from '../../transport/client';
import { isResponse, wouldAffectNextUpload, type HttpResult } from '../../transport/outcome';
import { accountErrorContext, accountPath } from './accounts';

/** An account to redact; without an ID, none was found for the reference ID. */
export interface Target {
	id: string | null;
	reference: string | null;
	redactedAt?: string | null;
}

/** What became of an account. */
export interface Receipt {
	accountId: string | null;
	referenceId: string | null;
	outcome: 'redacted' | 'alreadyRedacted' | 'wouldRedact' | 'notFound';
	redactedAt: string | null;
	requestId: string | null;
}

/** Nothing but what a receipt needs: answers then hold no personal data. */
const FIELDSET = { 'fields[account]': 'reference-id,redacted-at' };

const TIMEOUT = 30_000;

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

function targetOf({ id, attributes }: IDataObject): Target {
	const given = (attributes ?? {}) as IDataObject;
	return {
		id: textOrNull(id),
		reference: textOrNull(given['reference-id']),
		redactedAt: textOrNull(given['redacted-at']),
	};
}

/** Finds the accounts that have certain reference IDs, and never returns one that was not asked for. */
export class AccountFinder {
	private readonly byReference = new Map<string, Target[]>();

	constructor(
		private readonly client: PersonaClient,
		private readonly headers: Record<string, string>,
	) {}

	/** @throws NodeApiError when Persona can't be asked */
	async lookUp(references: Iterable<string>): Promise<void> {
		const ids = new Map<string, string>();
		for (const id of references) ids.set(id.toLowerCase(), id);
		const { client, headers } = this;
		const pages = lookUpAccounts(client, ids.values(), headers, accountErrorContext(0), FIELDSET);
		for await (const page of pages) {
			for (const target of page.map(targetOf)) {
				const key = target.reference ?? '';
				this.byReference.set(key, [...(this.byReference.get(key) ?? []), target]);
			}
		}
	}

	/** Another spelling may be somebody else's, and there is no way back: only the same one counts. */
	found(reference: string): Target[] {
		return this.byReference.get(reference) ?? [{ id: null, reference }];
	}
}

/** Redacts accounts one after the other, each once; in a dry run, only looks at them. */
export class Redactor {
	redacted = 0;
	private readonly done = new Map<string, Receipt | { error: NodeApiError }>();
	/** Why no further request would end differently. */
	private stopped?: HttpResult;

	constructor(
		private readonly client: PersonaClient,
		private readonly headers: Record<string, string>,
		private readonly isDryRun: boolean,
	) {}

	/** @throws the cancel signal's reason */
	async receiptFor(
		{ id, reference, redactedAt }: Target,
		itemIndex: number,
	): Promise<Receipt | { error: NodeApiError }> {
		const known = { accountId: id, referenceId: reference, redactedAt: redactedAt ?? null };
		if (id === null) return { ...known, outcome: 'notFound', requestId: null };
		if (known.redactedAt !== null) {
			return { ...known, outcome: 'alreadyRedacted', requestId: null };
		}
		if (this.isDryRun && redactedAt === null) {
			return { ...known, outcome: 'wouldRedact', requestId: null };
		}
		const before = this.done.get(id);
		if (before !== undefined) return before;
		const receipt = await (this.isDryRun ? this.look(id, itemIndex) : this.redact(id, itemIndex));
		this.done.set(id, receipt);
		return receipt;
	}

	private async redact(id: string, itemIndex: number) {
		if (this.stopped !== undefined) return this.failed(this.stopped, itemIndex);
		const request = { ...this.request(id), method: 'DELETE' as const, timeout: TIMEOUT };
		const { result, uncertain } = await this.client.send(request, true);
		if (isResponse(result) && result.status === 409) {
			// Persona's texts may change, so the account itself says whether it is redacted.
			const state = await this.look(id, itemIndex);
			if ('error' in state || state.outcome !== 'alreadyRedacted') {
				return 'error' in state ? state : this.failed(result, itemIndex);
			}
			if (!uncertain) return state;
			this.redacted++;
			return { ...state, outcome: 'redacted' as const };
		}
		const receipt = this.read(id, result, itemIndex, 'redacted');
		if (!('error' in receipt) && receipt.outcome === 'redacted') this.redacted++;
		return receipt;
	}

	/** What the account itself says. */
	private async look(id: string, itemIndex: number) {
		if (this.stopped !== undefined) return this.failed(this.stopped, itemIndex);
		const receipt = this.read(id, await this.client.fetch(this.request(id)), itemIndex);
		if (!('error' in receipt) && receipt.redactedAt !== null) receipt.outcome = 'alreadyRedacted';
		return receipt;
	}

	private read(
		id: string,
		result: HttpResult,
		itemIndex: number,
		outcome: Receipt['outcome'] = 'wouldRedact',
	): Receipt | { error: NodeApiError } {
		const requestId = isResponse(result) ? (result.headers['request-id'] ?? null) : null;
		const none = { accountId: id, referenceId: null, redactedAt: null, requestId };
		if (isResponse(result) && result.status === 404) return { ...none, outcome: 'notFound' };
		const body = objectBody(result);
		if (body === undefined) return this.failed(result, itemIndex);
		const { reference, redactedAt = null } = targetOf(body.data);
		return { ...none, referenceId: reference, redactedAt, outcome };
	}

	private failed(result: HttpResult, itemIndex: number): { error: NodeApiError } {
		const denied = isResponse(result) && result.status === 403;
		if (denied || wouldAffectNextUpload(result)) this.stopped = result;
		return { error: this.client.errorFor(result, accountErrorContext(itemIndex)) };
	}

	private request(id: string) {
		const headers = { ...this.headers, 'Key-Inflection': 'kebab' };
		return { path: accountPath(id), headers, query: FIELDSET };
	}
}
