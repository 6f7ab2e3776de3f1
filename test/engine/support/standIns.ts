import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

/** Stands where a trigger would; its output is the workflow's pinned data. */
export const manualTrigger: INodeType = {
	description: {
		displayName: 'Manual Trigger',
		name: 'n8n-nodes-base.manualTrigger',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Manual Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

/** Passes items on; shows what a node behind ours receives. */
export const noOperation: INodeType = {
	description: {
		...manualTrigger.description,
		displayName: 'No Operation',
		name: 'n8n-nodes-base.noOp',
		group: ['transform'],
		inputs: [NodeConnectionTypes.Main],
	},
	async execute() {
		return [this.getInputData()];
	},
};

interface Assignments {
	assignments: { name: string; value: IDataObject[string] }[];
}

/** What the manual mode of n8n's Edit Fields does with plain names. */
export const editFields: INodeType = {
	description: {
		...noOperation.description,
		displayName: 'Edit Fields (Set)',
		name: 'n8n-nodes-base.set',
		version: [3.4],
		properties: [
			{
				displayName: 'Fields to Set',
				name: 'assignments',
				type: 'assignmentCollection',
				default: {},
			},
			{
				displayName: 'Include Other Input Fields',
				name: 'includeOtherFields',
				type: 'boolean',
				default: false,
			},
		],
	},
	async execute() {
		const items = this.getInputData().map(({ json }, item) => {
			const { assignments } = this.getNodeParameter('assignments', item) as unknown as Assignments;
			const set = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
			const others = this.getNodeParameter('includeOtherFields', item) === true ? json : {};
			return { json: { ...others, ...set }, pairedItem: { item } };
		});
		return [items];
	},
};

interface Aggregated {
	fieldToAggregate: { fieldToAggregate: string; outputFieldName: string }[];
}

/** What n8n's Aggregate does with single fields that get a new name. */
export const aggregate: INodeType = {
	description: {
		...noOperation.description,
		displayName: 'Aggregate',
		name: 'n8n-nodes-base.aggregate',
		properties: [
			{
				displayName: 'Fields To Aggregate',
				name: 'fieldsToAggregate',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [
					{
						displayName: 'Field',
						name: 'fieldToAggregate',
						values: ['fieldToAggregate', 'outputFieldName'].map((name) => ({
							displayName: name,
							name,
							type: 'string',
							default: '',
						})),
					},
				],
			},
		],
	},
	async execute() {
		const items = this.getInputData();
		const fields = this.getNodeParameter('fieldsToAggregate', 0) as unknown as Aggregated;
		const lists = fields.fieldToAggregate.map(({ fieldToAggregate, outputFieldName }) => [
			outputFieldName,
			items.map(({ json }) => json[fieldToAggregate]),
		]);
		const pairedItem = items.map((_, item) => ({ item }));
		return [[{ json: Object.fromEntries(lists) as IDataObject, pairedItem }]];
	},
};

/** What n8n's Split Out does with one path to a list of objects. */
export const splitOut: INodeType = {
	description: {
		...noOperation.description,
		displayName: 'Split Out',
		name: 'n8n-nodes-base.splitOut',
		properties: [
			{ displayName: 'Fields To Split Out', name: 'fieldToSplitOut', type: 'string', default: '' },
		],
	},
	async execute() {
		const path = this.getNodeParameter('fieldToSplitOut', 0) as string;
		const items = this.getInputData().flatMap(({ json: whole }, item) => {
			const list = path.split('.').reduce<unknown>((at, name) => (at as IDataObject)[name], whole);
			return (list as IDataObject[]).map((json) => ({ json, pairedItem: { item } }));
		});
		return [items];
	},
};

interface Rules {
	values: { conditions: { conditions: { leftValue: unknown; rightValue: unknown }[] } }[];
}

/** What n8n's Switch does with one rule of texts that may be equal, and an output for all others. */
export const switchNode: INodeType = {
	description: {
		...noOperation.description,
		displayName: 'Switch',
		name: 'n8n-nodes-base.switch',
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Routing Rules', name: 'rules', type: 'assignmentCollection', default: {} },
		],
	},
	async execute() {
		const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
		this.getInputData().forEach(({ json }, item) => {
			const { values } = this.getNodeParameter('rules', item) as unknown as Rules;
			const fits = values[0]!.conditions.conditions.some(
				({ leftValue, rightValue }) => leftValue === rightValue,
			);
			outputs[fits ? 0 : 1].push({ json, pairedItem: { item } });
		});
		return outputs;
	},
};

interface Filters {
	conditions: { leftValue: unknown; rightValue: unknown; operator: { operation: string } }[];
}

/** What n8n's Filter does with texts that have to be equal or not empty. */
export const filter: INodeType = {
	description: {
		...noOperation.description,
		displayName: 'Filter',
		name: 'n8n-nodes-base.filter',
		properties: [
			{ displayName: 'Conditions', name: 'conditions', type: 'assignmentCollection', default: {} },
		],
	},
	async execute() {
		const kept = this.getInputData().flatMap(({ json }, item) => {
			const { conditions } = this.getNodeParameter('conditions', item) as unknown as Filters;
			const fits = conditions.every(({ leftValue, rightValue, operator }) =>
				operator.operation === 'notEmpty'
					? typeof leftValue === 'string' && leftValue !== ''
					: leftValue === rightValue,
			);
			return fits ? [{ json, pairedItem: { item } }] : [];
		});
		return [kept];
	},
};
