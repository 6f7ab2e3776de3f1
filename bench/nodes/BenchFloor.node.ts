import { request } from 'node:http';
import { stringify } from 'csv-stringify/sync';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

function post(url: string, body: Buffer): Promise<void> {
	return new Promise((resolve, reject) => {
		const sending = request(url, { method: 'POST', headers: { 'content-length': body.length } });
		sending.on('response', (response) => response.resume().on('end', () => resolve()));
		sending.on('error', reject);
		sending.end(body);
	});
}

/** The floor: csv-stringify over all rows at once, and the same bytes sent as they are. */
export class BenchFloor implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench Floor',
		name: 'benchFloor',
		group: ['transform'],
		version: 1,
		description: 'CSV and upload without anything around them',
		defaults: { name: 'Floor' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const rows = this.getInputData().map(({ json }) => json);
		const csv = Buffer.from(stringify(rows, { header: true, record_delimiter: 'windows' }));
		await post(this.getNodeParameter('url', 0) as string, csv);
		return [[{ json: { bytes: csv.length } }]];
	}
}
