import { readFileSync } from 'node:fs';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { begun } from '../measurement';

const MEGABYTE = 1024 ** 2;

function peakMemory() {
	const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
	return Number(kilobytes) * 1024;
}

/** Ends the measurement that BenchRows began; its one item says what was measured. */
export class BenchMeter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench Meter',
		name: 'benchMeter',
		group: ['transform'],
		version: 1,
		description: 'What was measured',
		defaults: { name: 'Meter' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { turns, cpu, memory, time } = begun();
		const wall = performance.now() - time;
		const { user, system } = process.cpuUsage(cpu);
		// A block is known only after the loop has turned.
		await new Promise((resolve) => setTimeout(resolve, 50));
		const json = {
			wall,
			cpu: (user + system) / 1000,
			block: turns.stop(),
			memory: (peakMemory() - memory) / MEGABYTE,
			items: this.getInputData().length,
		};
		return [[{ json }]];
	}
}
