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

/** One way of doing it, between what it begins with and the meter. */
export interface Case {
	name: string;
	label: string;
	/** Whether it begins with rows or with a CSV file. */
	source: 'rows' | 'file';
	steps: Step[];
	/** With more rows than this it takes too long to be repeated. */
	mostRows?: number;
}

function mapped(expression: (field: string) => string) {
	return Object.fromEntries(
		Object.entries(FIELDS).map(([column, field]) => [column, expression(field)]),
	);
}

const realExpressions = mapped((field) => `={{ $json["${field}"].trim() }}`);

function persona(parameters: object): Step {
	return {
		type: 'n8n-nodes-persona.persona',
		typeVersion: 1,
		parameters: { resource: 'account', operation: 'import', ...parameters } as INode['parameters'],
		credentials: { personaApi: { id: CREDENTIAL_ID, name: 'Persona API' } },
	};
}

function byHand(value: Record<string, string>): Step {
	const columns = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] };
	return persona({ columns });
}

/** Sends the file of an item as users do it today. */
function httpRequest(url: string): Step {
	const file = {
		parameterType: 'formBinaryData',
		name: 'data[attributes][file]',
		inputDataFieldName: 'data',
	};
	return {
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
	};
}

const CONVERT_TO_FILE: Step = {
	type: 'n8n-nodes-base.convertToFile',
	typeVersion: 1.1,
	parameters: { operation: 'csv', options: {} },
};

const own = (type: string, parameters: INode['parameters'] = {}): Step => ({
	type: `CUSTOM.${type}`,
	typeVersion: 1,
	parameters,
});

/** With more rows, expressions take minutes a run. */
const MOST_ROWS_FOR_EXPRESSIONS = 10_000;

function rowCases(url: string): Omit<Case, 'source'>[] {
	const automatic = { mappingMode: 'autoMapInputData', value: null };
	const plain = mapped((field) => `={{ $json["${field}"] }}`);
	const mostRows = MOST_ROWS_FOR_EXPRESSIONS;
	return [
		{ name: 'idle', label: 'Nothing between rows and meter', steps: [] },
		{
			name: 'automatic',
			label: 'Persona, automatic mapping',
			steps: [persona({ columns: automatic })],
		},
		{ name: 'plain', label: 'Persona, by hand, plain fields', steps: [byHand(plain)] },
		{
			name: 'expressions',
			label: 'Persona, by hand, expressions',
			steps: [byHand(realExpressions)],
			mostRows,
		},
		{
			name: 'engine',
			label: 'n8n’s expression engine alone',
			steps: [own('benchEngine', { value: realExpressions })],
			mostRows,
		},
		{
			name: 'chain',
			label: 'Convert to File → HTTP Request',
			steps: [CONVERT_TO_FILE, httpRequest(url)],
		},
		{
			name: 'floor',
			label: 'csv-stringify and a bare upload',
			steps: [own('benchFloor', { url })],
		},
	];
}

function fileCases(url: string): Omit<Case, 'source'>[] {
	return [
		{ name: 'fileIdle', label: 'Nothing between file and meter', steps: [] },
		{ name: 'file', label: 'Persona, CSV File', steps: [persona({ source: 'file' })] },
		{ name: 'fileRequest', label: 'HTTP Request', steps: [httpRequest(url)] },
		{
			name: 'fileFloor',
			label: 'The file read and sent as it is',
			steps: [own('benchFileFloor', { url })],
		},
	];
}

/** All ways that are compared, in the order in which they take turns. */
export function casesFor(url: string): Case[] {
	return [
		...rowCases(url).map((one): Case => ({ ...one, source: 'rows' })),
		...fileCases(url).map((one): Case => ({ ...one, source: 'file' })),
	];
}

/** Webhook → rows or file → the case → meter, whose item is the answer. */
export function workflowFor({ name, label, source, steps }: Case): Workflow {
	const all: Step[] = [
		{
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { path: `bench-${name}`, responseMode: 'lastNode', options: {} },
		},
		own(source === 'rows' ? 'benchRows' : 'benchFile'),
		...steps,
		own('benchMeter'),
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
