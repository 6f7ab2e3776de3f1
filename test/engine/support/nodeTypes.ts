import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

import { Persona } from '../../../nodes/Persona/Persona.node';

/** Stands where a trigger would; its output is the workflow's pinned data. */
const manualTrigger: INodeType = {
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
const noOperation: INodeType = {
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
const editFields: INodeType = {
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

const TYPES: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.noOp': noOperation,
	'n8n-nodes-base.set': editFields,
	'n8n-nodes-persona.persona': new Persona(),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => TYPES[name] as INodeType,
	getByNameAndVersion: (name) => TYPES[name] as INodeType,
	getKnownTypes: () => ({}),
};
