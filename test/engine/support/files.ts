import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { BinaryDataConfig, BinaryDataService, type BinaryData } from 'n8n-core';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { importWorkflow, type PersonaNode, type WorkflowFile } from './engine';
import { Container } from './services';

/** Where n8n keeps files: in the items themselves (its default), on disk, or in its database. */
export const BINARY_MODES = ['default', 'filesystem', 'database'] as const;

export type BinaryMode = (typeof BINARY_MODES)[number];

/** n8n's own database store with a map in the place of the table; it gives a whole file as one chunk. */
function databaseManager(): BinaryData.Manager {
	const files = new Map<string, Buffer>();
	const get = async (id: string) => files.get(id)!;
	return {
		init: async () => undefined,
		store: async (_location, content) => {
			const fileId = String(files.size);
			files.set(fileId, content as Buffer);
			return { fileId, fileSize: (content as Buffer).length };
		},
		getPath: (id) => `database://${id}`,
		getAsBuffer: get,
		getAsStream: async (id) => Readable.from(await get(id)),
		getMetadata: async (id) => ({ fileSize: (await get(id)).length }),
		copyByFileId: async (_location, id) => id,
		copyByFilePath: () => Promise.reject(new Error('not needed')),
		rename: () => Promise.reject(new Error('not needed')),
	};
}

/** Makes n8n's engine keep files the way it does when it was started in a binary mode. */
export async function useBinaryMode(mode: BinaryMode): Promise<void> {
	const service = Container.get(BinaryDataService);
	Container.get(BinaryDataConfig).mode = mode;
	await service.init();
	if (mode === 'database') service.setManager(mode, databaseManager());
}

/** What n8n reads a file with; a test may have it fail. */
export function binaryDataService(): BinaryDataService {
	return Container.get(BinaryDataService);
}

/** The folder in which files are kept in binary mode "filesystem". */
export function storageFolder(): string {
	return Container.get(BinaryDataConfig).localStoragePath;
}

/** Takes the file of an item out of n8n's storage, as n8n does when it prunes. */
export function loseFile({ binary = {} }: INodeExecutionData): void {
	for (const { id } of Object.values(binary)) rmSync(Container.get(BinaryDataService).getPath(id!));
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
