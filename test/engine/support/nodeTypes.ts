import { NodeConnectionTypes, type INodeType, type INodeTypes } from 'n8n-workflow';

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

const TYPES: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.noOp': noOperation,
	'n8n-nodes-persona.persona': new Persona(),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => TYPES[name] as INodeType,
	getByNameAndVersion: (name) => TYPES[name] as INodeType,
	getKnownTypes: () => ({}),
};
