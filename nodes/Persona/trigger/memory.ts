import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Secret } from './secrets';
import { SeenEvents } from './seenEvents';

/**
 * What this process remembers of a trigger beside n8n's static data. Events that come at the same time each get a copy of
 * the static data of their own, and the last one to be stored wins; here nothing gets lost between them.
 */
export interface TriggerMemory {
	/** Events whose executions have been started. */
	seen: SeenEvents;
	/** Digests of events that are being handed to n8n right now. */
	underWay: Set<string>;
	/** Secrets that were read after the webhook was created; undefined if none were. */
	secrets?: Secret[];
	/** When the secrets were last asked for; milliseconds since 1970. */
	askedAt: number;
}

const memories = new Map<string, TriggerMemory>();

/** Whether somebody tries the trigger out in the editor: that has a webhook of its own. */
export const isTest = (context: IHookFunctions | IWebhookFunctions) =>
	context.getMode() === 'manual';

const keyOf = (context: IHookFunctions | IWebhookFunctions) =>
	JSON.stringify([context.getWorkflow().id, context.getNode().id, isTest(context)]);

export function memoryOf(context: IHookFunctions | IWebhookFunctions): TriggerMemory {
	const key = keyOf(context);
	const found = memories.get(key);
	if (found !== undefined) return found;
	const fresh: TriggerMemory = { seen: new SeenEvents(), underWay: new Set(), askedAt: 0 };
	memories.set(key, fresh);
	return fresh;
}

/** Forgets a trigger. What it has seen stays in the static data. */
export function forgetTrigger(context: IHookFunctions): void {
	memories.delete(keyOf(context));
}
