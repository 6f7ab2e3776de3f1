import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { Told } from '../told';

const MOST_REASONS = 3;

/** Counts of one importer, or about it. */
type Counts = Record<string, number | undefined>;

function noteReason(told: Told, item: INodeExecutionData): void {
	const { row, help } = item.json.details as { row: number | null; help: string | null };
	const said = [item.json.error ?? item.error?.message, help ?? ''].join(' ');
	if (told.reasons.length < MOST_REASONS) told.reasons.push(said);
	// The item of a run that had nothing to import stands for no row.
	if (row !== null) told[said.includes('It is not known') ? 'uncertain' : 'rejected'].push(row);
}

function noteResult(told: Told, item: INodeExecutionData): void {
	const { row, outcome, meta, attributes } = item.json;
	if (typeof row === 'number') told.sent.push(row);
	if (typeof outcome === 'string') told.outcomes[outcome] = (told.outcomes[outcome] ?? 0) + 1;
	if (meta === undefined) return;
	const counts = attributes as Counts;
	told.importers++;
	told.rows += (meta as Counts).rows ?? 0;
	told.blank += (meta as Counts)['blank-rows'] ?? 0;
	told.successful += counts['successful-count'] ?? 0;
	told.duplicate += counts['duplicate-count'] ?? 0;
}

/** Sums up what a node of the package put out. */
export class SoakTally implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Soak Tally',
		name: 'soakTally',
		group: ['transform'],
		version: 1,
		description: 'What the output says',
		defaults: { name: 'Tally' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const told: Told = {
			...{ sent: [], rejected: [], uncertain: [] },
			...{ importers: 0, rows: 0, blank: 0, successful: 0, duplicate: 0 },
			...{ outcomes: {}, reasons: [] },
		};
		for (const item of this.getInputData()) {
			if (item.json.details === undefined) noteResult(told, item);
			else noteReason(told, item);
		}
		return [[{ json: told as unknown as IDataObject }]];
	}
}
