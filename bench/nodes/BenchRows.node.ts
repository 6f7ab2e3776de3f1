import { writeFileSync } from 'node:fs';
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
import { begin, watchTurns } from '../measurement';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const rest = () => new Promise((resolve) => setTimeout(resolve, 50));

function row(index: number): IDataObject {
	return {
		'Contact ID': `crm-${100000 + index}`,
		'First Name': ['Zoë', 'Jürgen', 'Amina', 'Li', 'Marie'][index % 5],
		'Middle Name': index % 3 === 0 ? 'A.' : '',
		'Last Name': index % 50 === 0 ? `O"Neill, ${index}` : `Family${index % 9973}`,
		Birthdate: `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 10}`,
		SSN: String(100000000 + (index % 800000000)),
		Tags: index % 2 === 0 ? 'vip;north' : 'customer',
	};
}

/** Makes rows of seven text fields, then starts to measure. */
export class BenchRows implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench Rows',
		name: 'benchRows',
		group: ['transform'],
		version: 1,
		description: 'Rows for a measurement',
		defaults: { name: 'Rows' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const count = Number((this.getInputData()[0]!.json.query as IDataObject).rows);
		const items: INodeExecutionData[] = [];
		for (let index = 0; index < count; index++) {
			items.push({ json: row(index), pairedItem: { item: 0 } });
			if (index % 10000 === 9999) await new Promise((resolve) => setImmediate(resolve));
		}
		collectGarbage();
		// Linux forgets the highest memory use of a process that writes this.
		writeFileSync('/proc/self/clear_refs', '5');
		await rest();
		begin({
			turns: watchTurns(),
			cpu: process.cpuUsage(),
			memory: process.memoryUsage().rss,
			time: performance.now(),
		});
		return [items];
	}
}
