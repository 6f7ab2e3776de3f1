import type { INode } from 'n8n-workflow';
import { PACED_MBIT, type Sink } from './sink';

/** The credentials that the ways use, by what they lead to. */
export const CREDENTIAL_IDS = { sink: 'personaApiBench', paced: 'personaApiPaced' } as const;

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

/** A node between the source and the meter. */
export type Step = Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** One way of doing it, between what it begins with and the meter. */
export interface Case {
	name: string;
	label: string;
	/** Whether it begins with rows or with a CSV file. */
	source: 'rows' | 'file';
	steps: Step[];
	/** With more rows or megabytes than this it takes too long to be repeated. */
	largest?: number;
}

function mapped(expression: (field: string) => string) {
	return Object.fromEntries(
		Object.entries(FIELDS).map(([column, field]) => [column, expression(field)]),
	);
}

const realExpressions = mapped((field) => `={{ $json["${field}"].trim() }}`);

function persona(parameters: object, id: string = CREDENTIAL_IDS.sink): Step {
	return {
		type: 'n8n-nodes-persona.persona',
		typeVersion: 1,
		parameters: { resource: 'account', operation: 'import', ...parameters } as INode['parameters'],
		credentials: { personaApi: { id, name: 'Persona API' } },
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

/** A node that only measurements need. */
export const own = (type: string, parameters: INode['parameters'] = {}): Step => ({
	type: `CUSTOM.${type}`,
	typeVersion: 1,
	parameters,
});

/** With more rows, expressions take minutes a run. */
const MOST_ROWS_FOR_EXPRESSIONS = 10_000;

function rowCases(url: string): Omit<Case, 'source'>[] {
	const automatic = { mappingMode: 'autoMapInputData', value: null };
	const plain = mapped((field) => `={{ $json["${field}"] }}`);
	const largest = MOST_ROWS_FOR_EXPRESSIONS;
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
			largest,
		},
		{
			name: 'engine',
			label: 'n8n’s expression engine alone',
			steps: [own('benchEngine', { value: realExpressions })],
			largest,
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

/** A file of this size takes two seconds at the pace of the slow line. */
const MOST_PACED_MEGABYTES = 100;

function pacedCases(url: string): Omit<Case, 'source'>[] {
	const largest = MOST_PACED_MEGABYTES;
	return [
		{
			name: 'filePaced',
			label: `Persona, CSV File, over ${PACED_MBIT} Mbit/s`,
			steps: [persona({ source: 'file' }, CREDENTIAL_IDS.paced)],
			largest,
		},
		{
			name: 'filePacedFloor',
			label: `The file sent as it is, over ${PACED_MBIT} Mbit/s`,
			steps: [own('benchFileFloor', { url })],
			largest,
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
export function casesFor({ url, pacedUrl }: Pick<Sink, 'url' | 'pacedUrl'>): Case[] {
	const files = [...fileCases(url), ...pacedCases(pacedUrl)];
	return [
		...rowCases(url).map((one): Case => ({ ...one, source: 'rows' })),
		...files.map((one): Case => ({ ...one, source: 'file' })),
	];
}
