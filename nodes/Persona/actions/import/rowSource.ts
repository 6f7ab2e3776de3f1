import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { mapAutomatically, type AutomaticMapping } from '../../pipeline/automaticMapping';
import type { RowSource } from '../../pipeline/checkRows';
import { quoteNames } from '../../pipeline/fieldNames';
import { inSlices } from '../../pipeline/slices';
import type { FieldReport, Warning } from '../../pipeline/types';
import { safeForEditor } from '../../transport/editorText';
import { mappedSource } from './mappedValues';
import type { ImportRun } from './settings';

/** Where the values of each row come from, and what to tell of it. */
export interface MappedInput {
	source: RowSource;
	fields: FieldReport;
	warnings: readonly Warning[];
}

function stop(context: IExecuteFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, {
		description: safeForEditor(description),
	});
}

/** n8n replaces a message that contains certain words by its own; the name of a field may contain one. */
function stopNaming(context: IExecuteFunctions, message: string, description: string): never {
	const error = new NodeOperationError(context.getNode(), message, {
		description: safeForEditor(description),
	});
	error.message = message;
	throw error;
}

function checkUnmatched({ context, settings }: ImportRun, mapped: AutomaticMapping): void {
	const { ignored, ignoredCount } = mapped;
	if (ignoredCount === 0 || settings.unmatchedFields === 'ignore') return;
	const what = ignoredCount === 1 ? '1 input field fits' : `${ignoredCount} input fields fit`;
	const names =
		ignored.length === 0
			? 'The names of the fields look like values: the header line may be missing in the source.'
			: `No column for: ${quoteNames(ignored)}.`;
	stop(
		context,
		`${what} no column, so nothing was sent`,
		`${names} Remove these fields before this node, or set 'Unmatched Fields' to Ignore.`,
	);
}

async function automaticInput(run: ImportRun): Promise<MappedInput> {
	const { context, kind, signal, hints } = run;
	const input = context.getInputData();
	const items: Array<(typeof input)[number]['json'] | undefined> = [];
	let hasFile = false;
	const note = (index: number) => {
		const { json, binary } = input[index]!;
		items.push(json);
		hasFile ||= binary !== undefined && Object.keys(binary).length > 0;
	};
	await inSlices(input.length, note, signal);
	const mapped = await mapAutomatically(items, kind.columns, { hasFile, signal });
	// What the user has forbidden is said first, unless there would be nothing to send at all.
	if (mapped.stop?.code === 'shellAccounts') checkUnmatched(run, mapped);
	if (mapped.stop !== undefined) {
		stopNaming(context, mapped.stop.message, mapped.stop.description);
	}
	checkUnmatched(run, mapped);
	const { columns, read, mapping, ignored, ignoredCount, passedOver, warnings } = mapped;
	hints.ignoredFields(ignoredCount, ignored);
	for (const { column, taken, field } of passedOver) hints.passedOver(column, taken, field);
	const passedOverFields = [...new Set(passedOver.map(({ field }) => field))];
	return {
		source: { columns, read },
		fields: { mapping, ignoredFields: ignored, passedOverFields },
		warnings,
	};
}

/**
 * Finds out where the values of each row come from, in the mapping mode that the user chose.
 *
 * @throws NodeOperationError when no column, or not every required one, gets a value, where only the user can decide, and
 * when fields are left over and the user does not want that; the cancel signal's reason
 */
export async function openRowSource(run: ImportRun): Promise<MappedInput> {
	const { context, kind } = run;
	const mode = context.getNodeParameter('columns.mappingMode', 0, 'autoMapInputData');
	if (mode !== 'defineBelow') return await automaticInput(run);
	const { source, mapping } = mappedSource(context, kind);
	if (source.columns.length > 0) {
		return {
			source,
			fields: { mapping, ignoredFields: [], passedOverFields: [] },
			warnings: [],
		};
	}
	return stop(
		context,
		"No column under 'Values to Send' is mapped",
		'Drag an input field onto at least one of them.',
	);
}
