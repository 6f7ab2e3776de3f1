import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** The cost of n8n's expression engine alone: every expression for every item, and nothing else. */
export class BenchEngine implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bench Engine',
		name: 'benchEngine',
		group: ['transform'],
		version: 1,
		description: 'Expressions without anything around them',
		defaults: { name: 'Engine' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Value', name: 'value', type: 'json', default: {} }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const count = this.getInputData().length;
		for (let index = 0; index < count; index++) this.getNodeParameter('value', index);
		return [[{ json: {} }]];
	}
}
