import type { Listing } from '../http/page';
import { FILE_TOKEN_SECONDS } from '../choices';
import { Collection, newId } from './collection';
import type { StoredWebhook } from './types';

/** The webhooks of the environment; none is ever deleted, as Persona has no call for that. */
export class Webhooks {
	private readonly collection = new Collection<StoredWebhook>();

	constructor(private readonly now: () => number) {}

	/** Stores a webhook; what is not given is a new ID and secret, disabled, for no event, made now. */
	add(given: Partial<StoredWebhook>): StoredWebhook {
		return this.collection.add({
			id: newId('wbh'),
			status: 'disabled',
			url: 'https://example.com/',
			name: null,
			description: null,
			apiVersion: '2026-09-29',
			apiKeyInflection: 'kebab',
			attributesBlocklist: [],
			fileAccessTokenExpiresIn: FILE_TOKEN_SECONDS,
			enabledEvents: [],
			includedAllowlist: { state: 'include_none' },
			relationshipAllowlist: { state: 'include_all' },
			secrets: [{ value: newId('wbhsec'), expiresAt: null }],
			createdAt: new Date(this.now()).toISOString(),
			...given,
		});
	}

	/** Oldest first. */
	all(): StoredWebhook[] {
		return this.collection.all();
	}

	get(id: string): StoredWebhook | undefined {
		return this.collection.get(id);
	}

	/** The newest first. */
	list(): Listing<StoredWebhook> {
		return this.collection.newestFirst();
	}

	/** Gives it a new secret; the one before ends after so many seconds. */
	rotate(webhook: StoredWebhook, expiresInSeconds: number): void {
		const end = new Date(this.now() + expiresInSeconds * 1000).toISOString();
		const [current, ...older] = this.validSecrets(webhook);
		const ending =
			current === undefined ? [] : [{ ...current, expiresAt: current.expiresAt ?? end }];
		webhook.secrets = [{ value: newId('wbhsec'), expiresAt: null }, ...ending, ...older];
	}

	/** Those that have not ended. */
	validSecrets({ secrets }: StoredWebhook): StoredWebhook['secrets'] {
		return secrets.filter(
			({ expiresAt }) => expiresAt === null || Date.parse(expiresAt) > this.now(),
		);
	}

	clear(): void {
		this.collection.clear();
	}
}
