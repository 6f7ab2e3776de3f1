import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IWebhookData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { PersonaTrigger } from '../../../nodes/Persona/PersonaTrigger.node';
import { additionalData, type Access } from './engine';
import { nodeTypes } from './nodeTypes';

type Hook = 'checkExists' | 'create' | 'delete';

interface HostOptions {
	parameters: INode['parameters'];
	access: Access;
	/** What n8n says that its own address is; by default where it listens. */
	address?: string;
	/** The workflow; triggers of the same one share what the process remembers. */
	workflowId: string;
}

/**
 * What n8n does with a trigger that webhooks start: it runs the node's own code with n8n's own contexts, gives each request a
 * copy of the static data that is stored just then, and stores what became of it.
 */
export class TriggerHost {
	/** The output of each execution that was started. */
	readonly executions: INodeExecutionData[][] = [];
	/** As n8n's database has it, in JSON. */
	stored = '{}';
	/** Whether n8n cannot start executions. */
	isBroken = false;
	/** Called with a request's number while the node has dealt with it and n8n has not answered. */
	beforeAnswer: () => Promise<void> = () => Promise.resolve();
	private readonly node = new PersonaTrigger();
	private readonly server = createServer((request, response) => {
		void this.serve(request, response);
	});

	private constructor(private readonly options: HostOptions) {}

	static async start(options: HostOptions): Promise<TriggerHost> {
		const host = new TriggerHost(options);
		await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
		return host;
	}

	async close(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}

	get url(): string {
		return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
	}

	/** What the editor's switch does. */
	async activate(mode: WorkflowActivateMode = 'activate'): Promise<void> {
		if (!(await this.run('checkExists', mode))) await this.run('create', mode);
	}

	async run(hook: Hook, mode: WorkflowActivateMode = 'activate'): Promise<boolean> {
		const workflow = this.workflow();
		const data = this.additionalData();
		const execution: WorkflowExecuteMode = mode === 'manual' ? 'manual' : 'trigger';
		const webhook = { isTest: mode === 'manual' } as IWebhookData;
		const node = workflow.getNode('Trigger')!;
		const context = new HookContext(workflow, node, data, execution, mode, webhook);
		try {
			return await this.node.webhookMethods.default[hook].call(context);
		} finally {
			this.save(workflow);
		}
	}

	private workflow(): Workflow {
		const { parameters, workflowId } = this.options;
		const node: INode = {
			id: 'trigger',
			name: 'Trigger',
			type: 'n8n-nodes-persona.personaTrigger',
			typeVersion: 1,
			position: [0, 0],
			webhookId: 'hook',
			parameters,
			credentials: { personaApi: { id: '1', name: 'Persona' } },
		};
		return new Workflow({
			id: workflowId,
			name: 'Follow up',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes,
			staticData: JSON.parse(this.stored) as IDataObject,
		});
	}

	private additionalData() {
		const base = this.options.address ?? this.url;
		const data = additionalData({ nodes: [], connections: {} }, this.options.access, '1');
		const urls = { webhookBaseUrl: `${base}webhook`, webhookTestBaseUrl: `${base}webhook-test` };
		return { ...data, ...urls };
	}

	private save(workflow: Workflow): void {
		this.stored = JSON.stringify(workflow.staticData);
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const workflow = this.workflow();
		const express = Object.assign(response, {
			status: (code: number) => Object.assign(response, { statusCode: code }),
			json: (body: object) => response.end(JSON.stringify(body)),
		});
		const data = {
			...this.additionalData(),
			httpRequest: Object.assign(request, { rawBody: Buffer.concat(chunks) }),
			httpResponse: express,
		} as unknown as ReturnType<typeof additionalData>;
		const mode = request.url?.startsWith('/webhook-test') ? 'manual' : 'webhook';
		const node = workflow.getNode('Trigger')!;
		const context = new WebhookContext(workflow, node, data, mode, {} as IWebhookData, [], null);
		const { workflowData, noWebhookResponse } = await this.node.webhook.call(context);
		await this.beforeAnswer();
		if (noWebhookResponse === true) return;
		if (this.isBroken) {
			response.writeHead(500).end();
			return;
		}
		if (workflowData !== undefined) this.executions.push(workflowData[0]!);
		this.save(workflow);
		response.writeHead(200).end();
	}
}
