import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { csvOf, person } from '../people';

/** Makes the rows of a run, or a CSV file of them. */
export class SoakRows implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Soak Rows',
		name: 'soakRows',
		group: ['transform'],
		version: 1,
		description: 'Rows for a soak test',
		defaults: { name: 'Rows' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'As File', name: 'asFile', type: 'boolean', default: false }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const query = this.getInputData()[0]!.json.query as IDataObject;
		const batch = { run: Number(query.run), size: Number(query.size) };
		if (this.getNodeParameter('asFile', 0) === true) {
			const file = Buffer.from(csvOf(batch));
			const data = await this.helpers.prepareBinaryData(file, 'accounts.csv', 'text/csv');
			return [[{ json: {}, binary: { data } }]];
		}
		const items = Array.from({ length: batch.size }, (_, index) => ({
			json: person(batch, index) as IDataObject,
			pairedItem: { item: 0 },
		}));
		return [items];
	}
}
