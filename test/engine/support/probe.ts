import { WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { columnsField } from '../../../nodes/Persona/actions/import/fields';
import { hasValue } from '../../../nodes/Persona/pipeline/automaticMapping/values';
import { BROKEN_TEXT } from '../../../nodes/Persona/pipeline/checkRows';
import { looksAtItem, mappedSource } from '../../../nodes/Persona/actions/import/mappedValues';
import { UNRESOLVED } from '../../../nodes/Persona/pipeline/checkRows';
import type { ImportKind } from '../../../nodes/Persona/pipeline/types';
import { columnOf } from '../../unit/support/rows';
import { additionalData, importWorkflow } from './engine';
import { nodeTypes } from './nodeTypes';

/** What one item's mapped columns are. */
export interface Mapped {
	/** As the node reads them. */
	ours: unknown[];
	/** As n8n's engine evaluates them, all at once where it can. */
	engines: unknown[];
}

function throughEngine(context: IExecuteFunctions, names: string[], itemIndex: number): unknown[] {
	const get = (parameter: string) =>
		context.getNodeParameter(parameter, itemIndex, null, { skipValidation: true }) as never;
	const alone = (name: string) => {
		try {
			// An object around the value is what makes n8n clean it as it does for all columns at once.
			return (get(`columns.alone.${name}`) as IDataObject).value;
		} catch {
			return UNRESOLVED;
		}
	};
	try {
		const values = get('columns.value') as IDataObject;
		return names.map((name) => values[name]);
	} catch {
		return names.map(alone);
	}
}

/** Reads the expressions of a resource mapper for each item, both ways, inside of one run of n8n's engine. */
export async function probe(expressions: unknown[], items: IDataObject[]) {
	const names = expressions.map((_, index) => `c${index}`);
	const value = Object.fromEntries(names.map((name, index) => [name, expressions[index]]));
	const alone = Object.fromEntries(
		names.map((name, index) => [name, { value: expressions[index] }]),
	);
	const kind = { columns: names.map((name) => columnOf(name)) } as unknown as ImportKind;
	const found: Mapped[] = [];
	let calls = 0;
	const node: INodeType = {
		description: {
			...(nodeTypes.getByName('n8n-nodes-base.noOp') as INodeType).description,
			properties: [{ ...columnsField('getAccountColumns', 'DOB'), displayOptions: {} }],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const get = this.getNodeParameter.bind(this);
			const counted = (...args: Parameters<typeof get>) => {
				calls++;
				return get(...args);
			};
			const source = mappedSource(Object.assign(this, { getNodeParameter: counted }), kind);
			const ours = this.getInputData().map((_, index) => source.read(index));
			Object.assign(this, { getNodeParameter: get });
			ours.forEach((row, index) =>
				found.push({ ours: [...row], engines: throughEngine(this, names, index) }),
			);
			return [[]];
		},
	};
	const file = importWorkflow([], { parameters: { columns: { value, alone } as never } });
	const getByName = (name: string) => (name.endsWith('persona') ? node : nodeTypes.getByName(name));
	const workflow = new Workflow({
		id: 'wf',
		nodes: file.nodes,
		connections: file.connections,
		active: false,
		nodeTypes: {
			...nodeTypes,
			getByName: getByName as never,
			getByNameAndVersion: getByName as never,
		},
		settings: { executionOrder: 'v1', timezone: 'America/New_York' },
	});
	const access = { apiKey: 'key', baseUrl: 'http://127.0.0.1:1' };
	const pinData = { CRM: items.map((json) => ({ json })) };
	const engine = new WorkflowExecute(
		additionalData({ ...file, pinData }, access, 'probe'),
		'manual',
	);
	const run = await engine.run({ workflow, startNode: workflow.getStartNode(), pinData });
	const { error } = run.data.resultData;
	if (error) throw error;
	return { found, calls };
}

/**
 * What an expression makes of a value that is missing or is no text counts as broken, whatever it is, and so does the text
 * around expressions that give nothing.
 */
const asText = (value: unknown, raw: string) => {
	if (value === BROKEN_TEXT) return 'broken';
	if (typeof value !== 'string') return value;
	const around = raw.startsWith('=') ? raw.slice(1).replace(/\{\{[^]*?\}\}/g, '') : '';
	const isBroken = /undefined|null|NaN|\[object/.test(value);
	if (isBroken || (value === around && value.trim() !== '')) return 'broken';
	// Half of a character, which the node rejects: QuickJS writes it as one replacement character or as three.
	return value.toWellFormed().replace(/\ufffd+/g, '\ufffd');
};

/** Whether an expression, or a text, is the same for all items. */
const isConstant = (raw: string) => !raw.startsWith('=') || !looksAtItem(raw);

/** Compares the values of one item, but for an item of which no expression gives a value: that one is blank. */
export function expectSame({ ours, engines }: Mapped, expressions: readonly string[]): void {
	if (ours.some((value) => value !== undefined)) {
		// A zero with a sign is written like any other.
		const unsigned = (value: unknown) => (value === 0 ? 0 : value);
		const textOf = (value: unknown, place: number) => unsigned(asText(value, expressions[place]!));
		expect(ours.map(textOf)).toStrictEqual(engines.map(textOf));
		return;
	}
	const left = engines.filter(
		(value, place) =>
			hasValue(value) &&
			!isConstant(expressions[place]!) &&
			asText(value, expressions[place]!) !== 'broken',
	);
	expect(left).toEqual([]);
}
