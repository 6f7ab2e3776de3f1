import type { INode } from 'n8n-workflow';
import type { Workflow } from '../scripts/n8n/types';

export const CREDENTIAL_ID = 'personaApiBench';

/** Column → the field that feeds it. */
const FIELDS = {
	reference_id: 'Contact ID',
	name_first: 'First Name',
	name_middle: 'Middle Name',
	name_last: 'Last Name',
	birthdate: 'Birthdate',
	social_security_number: 'SSN',
	tags: 'Tags',
};

type Step = Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** One way of doing it, between the rows and the meter. */
export interface Case {
	name: string;
	label: string;
	steps: Step[];
	/** With more rows than this it takes too long to be repeated. */
	mostRows: number;
}

function mapped(expression: (field: string) => string) {
	return Object.fromEntries(
		Object.entries(FIELDS).map(([column, field]) => [column, expression(field)]),
	);
}

const realExpressions = mapped((field) => `={{ $json["${field}"].trim() }}`);

function persona(columns: object): Step {
	return {
		type: 'n8n-nodes-persona.persona',
		typeVersion: 1,
		parameters: { resource: 'account', operation: 'import', columns } as INode['parameters'],
		credentials: { personaApi: { id: CREDENTIAL_ID, name: 'Persona API' } },
	};
}

function byHand(value: Record<string, string>): Step {
	return persona({ mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] });
}

/** What users build today. */
function chain(url: string): Step[] {
	const file = {
		parameterType: 'formBinaryData',
		name: 'data[attributes][file]',
		inputDataFieldName: 'data',
	};
	return [
		{
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: { operation: 'csv', options: {} },
		},
		{
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `${url}/importer/accounts`,
				sendBody: true,
				contentType: 'multipart-form-data',
				bodyParameters: { parameters: [file] },
				options: {},
			} as INode['parameters'],
		},
	];
}

/** All ways that are compared, in the order in which they take turns. */
export function casesFor(url: string): Case[] {
	const own = (type: string, parameters: INode['parameters'] = {}): Step => ({
		type: `CUSTOM.${type}`,
		typeVersion: 1,
		parameters,
	});
	const automatic = persona({ mappingMode: 'autoMapInputData', value: null });
	return [
		{ name: 'idle', label: 'Nothing between rows and meter', steps: [], mostRows: Infinity },
		{
			name: 'automatic',
			label: 'Persona, automatic mapping',
			steps: [automatic],
			mostRows: Infinity,
		},
		{
			name: 'plain',
			label: 'Persona, by hand, plain fields',
			steps: [byHand(mapped((field) => `={{ $json["${field}"] }}`))],
			mostRows: Infinity,
		},
		{
			name: 'expressions',
			label: 'Persona, by hand, expressions',
			steps: [byHand(realExpressions)],
			mostRows: 10_000,
		},
		{
			name: 'engine',
			label: 'n8n’s expression engine alone',
			steps: [own('benchEngine', { value: realExpressions })],
			mostRows: 10_000,
		},
		{
			name: 'chain',
			label: 'Convert to File → HTTP Request',
			steps: chain(url),
			mostRows: Infinity,
		},
		{
			name: 'floor',
			label: 'csv-stringify and a bare upload',
			steps: [own('benchFloor', { url })],
			mostRows: Infinity,
		},
	];
}

/** Webhook → rows → the case → meter, whose item is the answer. */
export function workflowFor({ name, label, steps }: Case): Workflow {
	const all: Step[] = [
		{
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { path: `bench-${name}`, responseMode: 'lastNode', options: {} },
		},
		{ type: 'CUSTOM.benchRows', typeVersion: 1, parameters: {} },
		...steps,
		{ type: 'CUSTOM.benchMeter', typeVersion: 1, parameters: {} },
	];
	const nodes = all.map((step, index): INode => ({
		...step,
		id: `${name}-${index}`,
		name: `${index} ${step.type}`,
		position: [200 * index, 0],
		...(index === 0 && { webhookId: `bench-${name}` }),
	}));
	const links = nodes
		.slice(1)
		.map(({ name: to }, index) => [
			nodes[index]!.name,
			{ main: [[{ node: to, type: 'main' as const, index: 0 }]] },
		]);
	return {
		id: `bench${name}`,
		name: label,
		nodes,
		connections: Object.fromEntries(links) as Workflow['connections'],
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
		},
	};
}
