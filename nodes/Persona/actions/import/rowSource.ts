import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { RowSource } from '../../pipeline/checkRows';
import { listNames } from '../../pipeline/fieldNames';
import { matchFields, type FieldMatch } from '../../pipeline/mapping';
import { forEachInSlices } from '../../pipeline/slices';
import { escapeHtml } from '../common/errors';
import { mappedSource } from './mappedValues';
import type { ImportRun } from './settings';

const LIKE_VALUES =
	'The names of the fields look like values: the header line may be missing in the source.';

/** Rows whose values come from fields that were found by their names. */
interface AutomaticSource {
	source: RowSource;
	match: FieldMatch;
	/** Of all fields of all items. */
	names: readonly string[];
}

/** The names of all fields of all items, each once, in the order in which they were seen. */
async function fieldNames({ context, signal }: ImportRun): Promise<string[]> {
	const names = new Set<string>();
	let known: string[] = [];
	const note = ({ json }: { json?: object }) => {
		const own = Object.keys(json ?? {});
		if (own.length === known.length && own.every((name, index) => name === known[index])) return;
		for (const name of own) names.add(name);
		known = own;
	};
	await forEachInSlices(context.getInputData(), note, signal);
	return [...names];
}

async function automaticSource(run: ImportRun): Promise<AutomaticSource> {
	const names = await fieldNames(run);
	const items = run.context.getInputData();
	const match = matchFields(names, run.kind.columns);
	const columns = run.kind.columns.filter(({ name }) => match.fieldOf.has(name));
	const taken = columns.map(({ name }) => match.fieldOf.get(name)!);
	const read = (itemIndex: number) => {
		const { json } = items[itemIndex]!;
		return taken.map((field) => json?.[field]);
	};
	return { source: { columns, read }, match, names };
}

function sayNames(names: readonly string[], match: FieldMatch, before: string): string {
	const list = listNames(names, match);
	return list === '' ? LIKE_VALUES : `${before}: ${escapeHtml(list)}.`;
}

function stop(context: IExecuteFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

function checkMatch({ context, kind }: ImportRun, automatic: AutomaticSource): void {
	const { match, names } = automatic;
	const { columns } = automatic.source;
	const taken = new Set(columns.map(({ name }) => name));
	const missing = kind.columns.filter(({ name, required }) => required && !taken.has(name));
	if (columns.length > 0 && missing.length === 0) return;
	const wanted = (missing.length > 0 ? missing : kind.columns).map(({ name }) => name);
	const rename = `Rename them to ${wanted.join(', ')}, or set 'Mapping Column Mode' to Map Each Column Manually.`;
	stop(
		context,
		missing.length > 0
			? `No input field fits the required column '${wanted.join("', '")}'`
			: 'No input field fits any column, so nothing was sent',
		names.length === 0
			? 'The items have no fields. Check what the node before this one gives.'
			: `${sayNames(names, match, 'The fields are')} ${rename}`,
	);
}

function checkUnmatched({ context, settings, hints }: ImportRun, match: FieldMatch): void {
	const { unmatched, passedOver } = match;
	if (unmatched.length > 0 && settings.unmatchedFields === 'reject') {
		const what =
			unmatched.length === 1 ? '1 input field fits' : `${unmatched.length} input fields fit`;
		stop(
			context,
			`${what} no column, so nothing was sent`,
			`${sayNames(unmatched, match, 'No column for')} Remove these fields before this node, or set 'Unmatched Fields' to Ignore.`,
		);
	}
	hints.ignoredFields(unmatched.length, listNames(unmatched, match));
	for (const { field, column, taken } of passedOver) hints.passedOver(column, taken, field);
}

/**
 * Finds out where the values of each row come from, in the mapping mode that the user chose.
 *
 * @throws NodeOperationError when no column, or not every required one, gets a value, or fields are left over and the user
 * does not want that; the cancel signal's reason
 */
export async function openRowSource(run: ImportRun): Promise<RowSource> {
	const { context, kind } = run;
	const mode = context.getNodeParameter('columns.mappingMode', 0, 'autoMapInputData');
	if (mode === 'defineBelow') {
		const source = mappedSource(context, kind);
		if (source.columns.length > 0) return source;
		return stop(
			context,
			"No column under 'Values to Send' is mapped",
			'Drag an input field onto at least one of them.',
		);
	}
	const automatic = await automaticSource(run);
	checkMatch(run, automatic);
	checkUnmatched(run, automatic.match);
	return automatic.source;
}
