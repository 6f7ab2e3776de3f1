import { inflectKeys } from '../http/inflection';
import { newId } from '../store/collection';
import type { StoredWebhook } from '../store/types';
import type { Webhooks } from '../store/webhooks';
import { signatureHeader, type Flaw } from './signature';

/** An event that happens. What is not given: a new ID, and now. */
export interface SandboxEvent {
	/** e.g. `account.created` */
	name: string;
	/** The object that it is about, as the API shows it, its keys in kebab-case. */
	data: unknown;
	/** Its related objects, for webhooks that include them. */
	included?: unknown[];
	/** `evt_…`; one that was used before makes it the same event again. */
	id?: string;
	/** What is wrong with the request that tells of it. */
	flaw?: Flaw;
}

/** An attempt to tell a webhook of an event. */
export interface Delivery {
	eventId: string;
	webhookId: string;
	/** From 1. */
	attempt: number;
	/** `null` if no answer came in time. */
	status: number | null;
}

/**
 * Milliseconds before each further attempt.
 *
 * Source: Persona's documentation on webhooks, Retry Logic.
 */
export const RETRY_WAITS = [3, 64, 729, 4096, 15_625, 46_656, 117_649].map((s) => s * 1000);

/** How long an answer may take, in milliseconds, and what counts as one that took the event. Source: the same. */
const TIMEOUT = 5000;
const SUCCESS = [200, 201, 202, 204];

/** Tells webhooks of events. */
export class Deliveries {
	readonly made: Delivery[] = [];
	private readonly timers = new Set<NodeJS.Timeout>();
	/** How often all was forgotten: what was on its way then is not noted afterwards. */
	private clears = 0;

	constructor(
		private readonly webhooks: Webhooks,
		private readonly now: () => number,
		private readonly waits: readonly number[],
	) {}

	/** Tells every webhook that wants to know; resolves with its first attempts. */
	async emit(event: SandboxEvent): Promise<Delivery[]> {
		const { id = newId('evt'), name } = event;
		const createdAt = new Date(this.now()).toISOString();
		const interested = this.webhooks
			.all()
			.filter(({ status, enabledEvents }) => status === 'enabled' && wants(enabledEvents, name));
		return await Promise.all(
			interested.map((webhook) => this.attempt(webhook, { ...event, id, createdAt }, 1)),
		);
	}

	/** Drops what waits for another attempt, and forgets what was. */
	clear(): void {
		this.clears++;
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.made.length = 0;
	}

	private async attempt(
		webhook: StoredWebhook,
		event: SandboxEvent & { id: string; createdAt: string },
		attempt: number,
	): Promise<Delivery> {
		const { clears } = this;
		const status = await this.post(webhook, event, attempt);
		const delivery = { eventId: event.id, webhookId: webhook.id, attempt, status };
		if (clears !== this.clears) return delivery;
		this.made.push(delivery);
		const wait = this.waits[attempt - 1];
		if (SUCCESS.includes(status ?? 0) || wait === undefined) return delivery;
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			// Disabling a webhook cancels what waits.
			if (webhook.status === 'enabled') void this.attempt(webhook, event, attempt + 1);
		}, wait);
		this.timers.add(timer.unref());
		return delivery;
	}

	private async post(
		webhook: StoredWebhook,
		event: SandboxEvent & { id: string; createdAt: string },
		attempt: number,
	): Promise<number | null> {
		const { flaw } = event;
		const secrets = this.webhooks.validSecrets(webhook).map(({ value }) => value);
		const body = bodyOf(webhook, event);
		const headers: Record<string, string> = {
			'content-type': 'application/json',
			'persona-webhook-attempts-made': String(attempt),
			'persona-webhook-attempts-left': String(this.waits.length + 1 - attempt),
			'persona-webhook-first-attempted-at': String(Math.floor(Date.parse(event.createdAt) / 1000)),
		};
		if (flaw !== 'unsigned') {
			headers['persona-signature'] = signatureHeader(body, secrets, this.now(), flaw);
		}
		const sent = flaw === 'changedBody' ? body.replace(event.id, newId('evt')) : body;
		try {
			const signal = AbortSignal.timeout(TIMEOUT);
			const init = { method: 'POST', headers, body: sent, signal, redirect: 'manual' as const };
			const response = await fetch(webhook.url, init);
			await response.arrayBuffer();
			return response.status;
		} catch {
			return null;
		}
	}
}

const wants = (enabled: string[], name: string) => enabled.includes('*') || enabled.includes(name);

function bodyOf(
	{ apiKeyInflection, includedAllowlist }: StoredWebhook,
	{ id, name, data, included, createdAt }: SandboxEvent & { createdAt: string },
): string {
	const related = includedAllowlist.state === 'include_all' ? { included } : {};
	const attributes = { name, payload: { data, ...related }, 'created-at': createdAt };
	const document = { data: { type: 'event', id, attributes } };
	return JSON.stringify(inflectKeys(document, apiKeyInflection));
}
