import { createRequire } from 'node:module';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { importWorkflow, type PersonaNode, type WorkflowFile } from './engine';

/** Where n8n keeps files: in the items themselves (its default), or on disk. */
export const BINARY_MODES = ['default', 'filesystem'] as const;

export type BinaryMode = (typeof BINARY_MODES)[number];

// The registry of services that n8n-core itself uses; there can be several copies of the package.
const { Container } = createRequire(require.resolve('n8n-core'))(
	'@n8n/di',
) as typeof import('@n8n/di');

/** Makes n8n's engine keep files the way it does when it was started in a binary mode. */
export async function useBinaryMode(mode: BinaryMode): Promise<void> {
	Container.get(BinaryDataConfig).mode = mode;
	await Container.get(BinaryDataService).init();
}

export interface FileOptions {
	fileName?: string;
	field?: string;
}

/** An item with a file, kept the way of the current binary mode. */
export async function fileItem(
	content: Buffer | string,
	{ fileName = 'contacts.csv', field = 'data' }: FileOptions = {},
): Promise<INodeExecutionData> {
	const binary: IBinaryData = { mimeType: 'text/csv', data: '', fileName };
	const location = { type: 'execution', workflowId: 'wf', executionId: 'source' } as const;
	const stored = await Container.get(BinaryDataService).store(
		location,
		Buffer.from(content),
		binary,
	);
	return { json: {}, binary: { [field]: stored } };
}

/** Manual Trigger → Persona with files as the source. */
export function fileWorkflow(
	items: INodeExecutionData[],
	{ parameters = {}, ...node }: PersonaNode = {},
): WorkflowFile {
	const file = importWorkflow([], { ...node, parameters: { source: 'file', ...parameters } });
	return { ...file, pinData: { CRM: items as never } };
}
