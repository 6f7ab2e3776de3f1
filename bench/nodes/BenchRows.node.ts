import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { begin } from '../measurement';
import { row } from '../rows';

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
		await begin();
		return [items];
	}
}
