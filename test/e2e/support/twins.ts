import type { IDataObject, INode } from 'n8n-workflow';
import type { Workflow } from '../../../scripts/n8n/types';
import mappedByHand from '../workflows/mapped-by-hand.json';

/** Rows with values, names and gaps in which reading a field could differ from evaluating an expression. */
const ROWS: IDataObject[] = [
	{ id: 1, 'First Name': 'Zoë', name: { last: 'Núñez', 'd.o.b': '2000-02-29' }, tags: ['a', 'b'] },
	{ id: '2', 'First Name': '={{ 1 }}', name: { last: '{{ $json.id }}' }, tags: [] },
	{ id: 3, 'First Name': null, name: '', tags: 'x' },
	{ id: 4, 'First Name': 0, name: { last: 'toString' }, tags: [1, null] },
	{
		id: 5,
		toString: 'own',
		length: 7,
		name: { last: 'x', 'd.o.b': null },
		'First Name': 'e\u0301😀',
		tags: [['nested']],
	},
	{ id: 6, 'First Name': { a: 1 }, name: ['list'], tags: [{ a: 1 }] },
	{ id: 7, 'First Name': true, name: { last: 12.5 }, tags: ['a', true] },
	{ id: [8], 'First Name': 'x', name: { last: 'y' } },
	{ constructor: 'c', 'First Name': 'no ID', name: { last: 'y' }, tags: ['z', 'y', 'x'] },
];

const FIELDS = {
	reference_id: '$json.id',
	name_first: '$json["First Name"]',
	name_middle: '$json.tags[ 0 ]',
	name_last: '$json.name.last',
	birthdate: "$json.name['d.o.b']",
	tags: '$json.tags',
};

function persona(name: string, expression: (field: string) => string): INode {
	const node = mappedByHand.nodes.at(-1) as unknown as INode;
	const entries = Object.entries(FIELDS).map(([column, field]) => [column, expression(field)]);
	const value = Object.fromEntries(entries) as Record<string, string>;
	return {
		...node,
		id: `7b0c7a52-1f0f-4f4b-8d0a-${name.padEnd(12, '0')}`,
		name,
		onError: 'continueRegularOutput',
		parameters: {
			...node.parameters,
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
			options: { idempotency: 'none' },
		},
	};
}

/**
 * The same rows, imported twice one after the other: with plain fields, which the node reads itself, and with the same
 * fields in parentheses, which n8n's expression engine evaluates.
 */
export function twins(): Workflow {
	const [start, set, split] = structuredClone(mappedByHand.nodes.slice(0, 3)) as unknown as INode[];
	set!.parameters.jsonOutput = JSON.stringify({ people: ROWS });
	const plain = persona('Plain', (field) => `={{ ${field} }}`);
	const evaluated = persona('Evaluated', (field) => `={{ (${field}) }}`);
	const { connections } = structuredClone(mappedByHand) as unknown as Workflow;
	connections[split!.name] = {
		main: [
			[
				{ node: plain.name, type: 'main', index: 0 },
				{ node: evaluated.name, type: 'main', index: 0 },
			],
		],
	};
	return {
		...(mappedByHand as unknown as Workflow),
		id: 'twinsE2e',
		name: 'Mapped twice',
		nodes: [start!, set!, split!, plain, evaluated],
		connections,
	};
}
