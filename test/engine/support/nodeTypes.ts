import type { INodeType, INodeTypes } from 'n8n-workflow';

import { Persona } from '../../../nodes/Persona/Persona.node';
import { PersonaTrigger } from '../../../nodes/Persona/PersonaTrigger.node';
import {
	aggregate,
	editFields,
	filter,
	manualTrigger,
	noOperation,
	splitOut,
	switchNode,
} from './standIns';

const TYPES: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.noOp': noOperation,
	'n8n-nodes-base.aggregate': aggregate,
	'n8n-nodes-base.set': editFields,
	'n8n-nodes-base.splitOut': splitOut,
	'n8n-nodes-base.switch': switchNode,
	'n8n-nodes-base.stickyNote': noOperation,
	'n8n-nodes-base.filter': filter,
	'n8n-nodes-base.form': noOperation,
	'n8n-nodes-base.respondToWebhook': noOperation,
	// Their output is pinned in tests.
	'n8n-nodes-base.readWriteFile': noOperation,
	'n8n-nodes-base.extractFromFile': noOperation,
	'n8n-nodes-base.formTrigger': manualTrigger,
	'n8n-nodes-base.webhook': manualTrigger,
	'n8n-nodes-base.scheduleTrigger': manualTrigger,
	'n8n-nodes-persona.persona': new Persona(),
	'n8n-nodes-persona.personaTrigger': new PersonaTrigger(),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => TYPES[name] as INodeType,
	getByNameAndVersion: (name) => TYPES[name] as INodeType,
	getKnownTypes: () => ({}),
};
