import type { IDataObject, INode, INodeConnections, INodeParameters } from 'n8n-workflow';
import type { Workflow } from '../../../scripts/n8n/types';

/** A step in front of the Persona node, and where the Persona node gets its items from. */
export interface Source {
	/** What the workflow begins with, one item each. */
	rows?: IDataObject[];
	/** A node between the rows and Persona. */
	between?: Pick<INode, 'type' | 'typeVersion' | 'parameters'>;
}

/** Makes a CSV file of all rows, in the field `data`. */
export const AS_FILE: Source['between'] = {
	type: 'n8n-nodes-base.convertToFile',
	typeVersion: 1.1,
	parameters: { operation: 'csv', options: { fileName: 'people.csv' } },
};

/** Invented people, with the field names of a CRM; the social security numbers are never given out. */
export const PEOPLE = [
	{ 'Contact ID': 'crm-1', 'First Name': 'Zoë', 'Last Name': 'Núñez, Jr.', SSN: '900-12-0001' },
	{ 'Contact ID': 'crm-2', 'First Name': ' 美咲 ', 'Last Name': '山田', SSN: '900120002' },
	{ 'Contact ID': 'crm-3', 'First Name': 'Amara', 'Last Name': "O'Brien", SSN: '' },
];

/** What the node says about their numbers when it sends them. */
export const TAXPAYERS =
	"In 2 rows 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs";

/** The Persona node that imports accounts; its columns are mapped automatically unless told. */
export function accountImport(parameters: INodeParameters = {}): INodeParameters {
	const columns = { mappingMode: 'autoMapInputData', value: null };
	return { resource: 'account', operation: 'import', columns, ...parameters };
}

/** A workflow with a Persona node at its end, as the editor would store it. */
export function workflowOf(
	{ rows = [{}], between }: Source,
	persona: Partial<INode>,
): Omit<Workflow, 'id'> {
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{ name: 'Rows', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		...(between === undefined ? [] : [{ name: 'Between', ...between }]),
		{
			name: 'Persona',
			type: 'n8n-nodes-persona.persona',
			typeVersion: 1,
			parameters: {},
			...persona,
		},
	].map((node, place) => ({
		...node,
		id: `node-${place}`,
		position: [place * 200, 0] as [number, number],
	}));
	const links = nodes.slice(1).map(({ name: node }, place) => {
		const link = { node, type: 'main' as const, index: 0 };
		return [nodes[place]!.name, { main: [[link]] }] satisfies [string, INodeConnections];
	});
	return {
		name: 'People',
		nodes,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
		active: false,
		pinData: { Rows: rows.map((json) => ({ json })) },
	};
}
