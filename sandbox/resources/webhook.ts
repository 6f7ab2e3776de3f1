import type { StoredWebhook } from '../store/types';
import type { Resource } from './resource';

/** A webhook as lists show it (persona-openapi, `webhook.yaml`). */
export function webhookResource(webhook: StoredWebhook): Resource {
	return {
		type: 'webhook',
		id: webhook.id,
		attributes: {
			status: webhook.status,
			url: webhook.url,
			name: webhook.name,
			description: webhook.description,
			'api-version': webhook.apiVersion,
			'api-key-inflection': webhook.apiKeyInflection,
			'api-attributes-blocklist': webhook.attributesBlocklist,
			'file-access-token-expires-in': webhook.fileAccessTokenExpiresIn,
			'enabled-events': webhook.enabledEvents,
			'payload-filter': null,
			'included-allowlist': webhook.includedAllowlist,
			'relationship-allowlist': webhook.relationshipAllowlist,
			'created-at': webhook.createdAt,
		},
	};
}

/** The same with its secrets, as it is shown alone (`webhook-with-secret.yaml`). */
export function webhookWithSecret(
	webhook: StoredWebhook,
	secrets: StoredWebhook['secrets'],
): Resource {
	const resource = webhookResource(webhook);
	return {
		...resource,
		attributes: {
			...resource.attributes,
			secret: secrets[0]?.value,
			secrets: secrets.map(({ value, expiresAt }) => ({ value, 'expires-at': expiresAt })),
		},
	};
}
