import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { isLoopback } from '../transport/baseUrl';
import { objectBody, PersonaClient } from '../transport/client';
import { forgetTrigger, isTest } from './memory';
import { secretsIn, type Secret } from './secrets';
import { readSettings, refuse, type TriggerSettings } from './settings';
import {
	attributesOf,
	isMissing,
	statusOf,
	WebhookApi,
	type WebhookAttributes,
} from './webhookApi';

/** What a trigger keeps in n8n's database, for its node. */
export interface TriggerStaticData {
	webhookId?: string;
	secrets?: Secret[];
	/** See {@link SeenEvents.toStored}. */
	seen?: unknown;
}

export function staticDataOf(context: {
	getWorkflowStaticData(type: string): IDataObject;
}): TriggerStaticData {
	return context.getWorkflowStaticData('node') as TriggerStaticData;
}

/** @throws NodeOperationError where Persona could not reach this n8n */
function readUrl(context: IHookFunctions, client: PersonaClient): string {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const { protocol, hostname } = new URL(url);
	// A Persona on this machine, as for tests, reaches this machine.
	if (isLoopback(new URL(client.baseUrl).hostname)) return url;
	if (protocol === 'https:' && !isLoopback(hostname)) return url;
	return refuse(
		context,
		'Persona cannot reach this n8n: the address of its webhooks is not a public one with https://',
		'Persona sends events to public https addresses only. On your own server, set WEBHOOK_URL to the address under which n8n can be reached from the internet. Nothing was created in Persona.',
	);
}

function attributesFor(
	context: IHookFunctions,
	url: string,
	settings: TriggerSettings,
): WebhookAttributes {
	const { name = '', id = '' } = context.getWorkflow();
	const suffix = isTest(context) ? ' (test)' : '';
	return {
		name: `n8n: ${name || String(id)}${suffix}`,
		url,
		'enabled-events': settings.events,
		'api-version': settings.version,
		'api-key-inflection': settings.inflection,
		'included-allowlist': { state: settings.includeRelated ? 'include_all' : 'include_none' },
	};
}

/** Whether a webhook already is as it should be. */
function isAsWanted(webhook: IDataObject, wanted: WebhookAttributes): boolean {
	const has = attributesOf(webhook);
	const sorted = (names: unknown) => (Array.isArray(names) ? names.map(String).sort() : []).join();
	const allowed = (has['included-allowlist'] ?? { state: 'include_none' }) as IDataObject;
	return (
		has.url === wanted.url &&
		has['api-version'] === wanted['api-version'] &&
		has['api-key-inflection'] === wanted['api-key-inflection'] &&
		allowed.state === wanted['included-allowlist'].state &&
		sorted(has['enabled-events']) === sorted(wanted['enabled-events'])
	);
}

/** Makes a webhook that exists do what the node is set up to do. @returns whether it can be used */
async function takeOver(
	context: IHookFunctions,
	api: WebhookApi,
	webhook: IDataObject,
	wanted: WebhookAttributes,
): Promise<boolean> {
	const secrets = secretsIn(webhook);
	if (statusOf(webhook) === 'archived' || secrets.length === 0) return false;
	const id = String(webhook.id);
	Object.assign(staticDataOf(context), { webhookId: id, secrets });
	if (!isAsWanted(webhook, wanted)) await api.update(id, wanted);
	if (statusOf(webhook) !== 'enabled') await api.enable(id);
	return true;
}

function forgetWebhook(context: IHookFunctions): void {
	const data = staticDataOf(context);
	delete data.webhookId;
	delete data.secrets;
}

/** n8n is starting, and nobody looks on: what worked until now goes on, and the next event shows whether it does. */
const isStarting = (context: IHookFunctions) =>
	['init', 'leadershipChange'].includes(context.getActivationMode());

/**
 * Whether Persona has the webhook already. One that is left from before, as after a crash, is brought up to date and used
 * again, so that no event comes twice.
 *
 * @throws NodeApiError, NodeOperationError when a workflow is activated and that is not to be found out
 */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	const settings = readSettings(this);
	if (!settings.isAutomatic) return true;
	const { webhookId } = staticDataOf(this);
	const client = await PersonaClient.open(this);
	const api = new WebhookApi(client);
	const url = readUrl(this, client);
	const id = webhookId ?? (await api.findByUrl(url));
	if (id === undefined) return false;
	const found = await api.fetch(id);
	if (!isMissing(found)) {
		if (objectBody(found) === undefined && webhookId !== undefined && isStarting(this)) return true;
		const wanted = attributesFor(this, url, settings);
		if (await takeOver(this, api, api.objectOf(found), wanted)) return true;
	}
	forgetWebhook(this);
	return false;
}

/**
 * Creates the webhook in Persona and enables it; Persona makes new ones disabled. One that could not be enabled is archived.
 *
 * @throws NodeApiError, NodeOperationError whenever events would not arrive: n8n does not look at what this returns
 */
export async function create(this: IHookFunctions): Promise<boolean> {
	const settings = readSettings(this);
	const client = await PersonaClient.open(this);
	const api = new WebhookApi(client);
	const wanted = attributesFor(this, readUrl(this, client), settings);
	const webhook = await api.create(wanted);
	const id = String(webhook.id);
	const secrets = secretsIn(webhook);
	let isReady = false;
	try {
		if (secrets.length === 0) {
			refuse(
				this,
				'Persona created a webhook without a secret',
				"Without it nobody can tell Persona's events from others, so the webhook was archived again. Check the permissions of the API key.",
			);
		}
		await api.enable(id);
		isReady = true;
	} finally {
		if (!isReady) await api.archive(id);
	}
	Object.assign(staticDataOf(this), { webhookId: id, secrets });
	return true;
}

/**
 * Archives the webhook; Persona cannot delete one. If that does not work out, the next activation finds it and uses it again.
 *
 * @throws NodeOperationError when the webhook of a workflow may still deliver; after a test nobody would catch it
 */
export async function archive(this: IHookFunctions): Promise<boolean> {
	const { webhookId } = staticDataOf(this);
	if (!isTest(this)) forgetTrigger(this);
	if (webhookId === undefined) return true;
	const api = new WebhookApi(await PersonaClient.open(this));
	if (await api.archive(webhookId)) {
		forgetWebhook(this);
		return true;
	}
	if (isTest(this)) return false;
	return refuse(
		this,
		"The trigger's webhook could not be archived in Persona",
		'Look for it in the Persona dashboard under Webhooks, and archive it there, unless you publish (or activate) this workflow again.',
	);
}
