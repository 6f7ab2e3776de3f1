import { createReadStream } from 'node:fs';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { begin } from '../measurement';

/** Puts a CSV file into n8n's storage, then starts to measure. */
export class BenchFile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench File',
		name: 'benchFile',
		group: ['transform'],
		version: 1,
		description: 'A file for a measurement',
		defaults: { name: 'File' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { file } = this.getInputData()[0]!.json.query as IDataObject;
		const data = await this.helpers.prepareBinaryData(
			createReadStream(String(file)),
			'accounts.csv',
			'text/csv',
		);
		await begin();
		return [[{ json: {}, binary: { data } }]];
	}
}
