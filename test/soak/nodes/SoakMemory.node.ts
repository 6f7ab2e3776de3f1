import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { Memory } from '../told';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held by something that garbage collection itself ends goes only the next time. */
const ROUNDS = 4;
const BETWEEN = 500;

/** What n8n's process takes after a full garbage collection. */
export class SoakMemory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Soak Memory',
		name: 'soakMemory',
		group: ['transform'],
		version: 1,
		description: 'The memory that is in use',
		defaults: { name: 'Memory' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		for (let round = 0; round < ROUNDS; round++) {
			await sleep(BETWEEN);
			collectGarbage();
		}
		const { heapUsed, external, rss } = process.memoryUsage();
		const { user, system } = process.cpuUsage();
		const memory: Memory = {
			heap: heapUsed,
			external,
			resident: rss,
			cpu: (user + system) / 1000,
			handles: process.getActiveResourcesInfo().length,
		};
		return [[{ json: memory as unknown as IDataObject }]];
	}
}
