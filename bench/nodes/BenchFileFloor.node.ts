import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** The floor for a file: read from n8n's storage and sent as it is, without a form. */
export class BenchFileFloor implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench File Floor',
		name: 'benchFileFloor',
		group: ['transform'],
		version: 1,
		description: 'The upload of a file without anything around it',
		defaults: { name: 'File Floor' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { id } = this.helpers.assertBinaryData(0, 'data');
		const { fileSize } = await this.helpers.getBinaryMetadata(id!);
		const headers = { 'content-length': fileSize };
		const sending = request(this.getNodeParameter('url', 0) as string, { method: 'POST', headers });
		const answered = new Promise<void>((resolve, reject) => {
			sending.on('response', (response) => response.resume().on('end', () => resolve()));
			sending.on('error', reject);
		});
		await pipeline(await this.helpers.getBinaryStream(id!), sending);
		await answered;
		return [[{ json: {} }]];
	}
}
