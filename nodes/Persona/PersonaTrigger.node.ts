import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { credentialTest } from './methods';
import { description as properties } from './trigger/description';
import { archive, checkExists, create } from './trigger/lifecycle';
import { receive } from './trigger/receive';

/** Starts a workflow for each event that Persona sends to a webhook. */
export class PersonaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Persona Trigger',
		name: 'personaTrigger',
		icon: { light: 'file:../../icons/persona.svg', dark: 'file:../../icons/persona.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle:
			'={{ [$parameter["events"]].flat().length > 2 ? [$parameter["events"]].flat().length + " events" : [$parameter["events"]].flat().join(", ") }}',
		description: 'Starts the workflow when something happens in Persona',
		defaults: { name: 'Persona Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'personaApi',
				required: true,
				testedBy: 'testPersonaApi',
				displayOptions: { show: { setup: ['automatic'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
				ndvHideUrl: '={{ $parameter["setup"] !== "manual" }}',
				ndvHideMethod: true,
			},
		],
		properties,
	};

	methods = { credentialTest };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists.call(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create.call(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await archive.call(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
