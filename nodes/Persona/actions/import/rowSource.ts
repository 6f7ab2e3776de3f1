import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { mapAutomatically, type AutomaticMapping } from '../../pipeline/automaticMapping';
import { rowsText } from '../../pipeline/automaticMapping/advice';
import type { RowSource } from '../../pipeline/checkRows';
import { listOf } from '../../pipeline/fieldNames';
import type { Column, FieldReport, Warning } from '../../pipeline/types';
import { safeForEditor } from '../../transport/editorText';
import { namingError } from '../common/errors';
import { fileFields } from './binaryFile';
import { mappedSource, type MappedSource } from './mappedValues';
import type { ImportRun } from './settings';

/** Items that are looked at for files. */
const MOST_LOOKED_AT = 10;

/** Which fields the rows were made of, and what is unusual about that. */
interface Mapped {
	fields: FieldReport;
	warnings: readonly Warning[];
}

/** Where the values of each row come from, and what is to be said about it. */
export interface OpenedSource {
	source: RowSource;
	/**
	 * To be called after all rows were read.
	 *
	 * @throws NodeOperationError when what was mapped by hand gave nothing
	 */
	close(): Mapped;
}

/** Names of fields are in both texts; only the description is read as HTML. */
function stop(context: IExecuteFunctions, message: string, description: string): never {
	throw namingError(context.getNode(), message, { description: safeForEditor(description) });
}

function checkIgnored(
	{ context, settings, hints }: ImportRun,
	{ ignored, ignoredCount }: AutomaticMapping,
): void {
	if (ignoredCount > 0 && settings.unmatchedFields === 'reject') {
		const what = ignoredCount === 1 ? '1 input field fits' : `${ignoredCount} input fields fit`;
		const which =
			ignored.length === 0
				? 'The names of the fields look like values: the header line may be missing in the source.'
				: `No column for: ${listOf(ignored, ignoredCount)}.`;
		stop(
			context,
			`${what} no column, so nothing was sent`,
			`${which} Remove these fields before this node, or set 'Unmatched Fields' to Ignore.`,
		);
	}
	hints.ignoredFields(ignoredCount, ignored);
}

async function openAutomatic(run: ImportRun): Promise<OpenedSource> {
	const { context, kind, signal } = run;
	const input = context.getInputData();
	const items = input.map(({ json }) => json);
	// Only an import can take the file itself.
	const mayTakeFile = kind.isPartial !== true;
	const hasFile =
		mayTakeFile && input.slice(0, MOST_LOOKED_AT).some((item) => fileFields(item).length > 0);
	const found = await mapAutomatically(items, kind.columns, { hasFile, signal });
	// What the user has forbidden is said first, unless there would be nothing to send at all.
	if (found.stop?.code === 'shellAccounts') checkIgnored(run, found);
	const isEnough = found.stop?.code === 'shellAccounts' && kind.isPartial === true;
	const hasChanges = Object.keys(found.mapping).some((name) => name !== kind.uniqueColumn);
	if (found.stop !== undefined && !(isEnough && hasChanges))
		stop(context, found.stop.message, found.stop.description);
	checkIgnored(run, found);
	const { mapping, ignored: ignoredFields, warnings } = found;
	const passedOverFields = [...new Set(found.passedOver.map(({ field }) => field))];
	const fields = { mapping, ignoredFields, passedOverFields };
	return { source: found, close: () => ({ fields, warnings }) };
}

function emptyWarning({ name, displayName }: Column, count: number): Warning {
	return {
		code: 'emptyColumn',
		column: name,
		count: 0,
		items: [],
		message: `'${displayName}' is mapped but empty in ${count === 1 ? 'the only row' : `all ${count} rows`}. Check its expression`,
	};
}

function warningsByHand({ context, settings }: ImportRun, source: MappedSource): Warning[] {
	const { length } = context.getInputData();
	const empty = source.emptyColumns();
	const [first] = empty;
	if (first === undefined || length === 0) return [];
	if (!source.hasValue()) {
		stop(
			context,
			`Nothing under 'Values to Send' gives a value in ${rowsText(length)}, so nothing was sent`,
			'Check the expressions there: the fields that they name may have other names now.',
		);
	}
	const warnings = empty.map((column) => emptyWarning(column, length));
	// A single row may have an empty middle name; a field that is not there at all is a slip.
	const mayBeMeant = length === 1 && source.goneColumns().length === 0;
	if (!mayBeMeant && !context.continueOnFail() && settings.dryRun === undefined) {
		const [{ message }] = warnings as [Warning];
		stop(
			context,
			`${message}, so nothing was sent`.replace('. Check its expression', ''),
			`${warnings.map((warning) => warning.message).join('. ')}. Or remove the column under 'Values to Send', or set 'On Error' to one of the Continue choices.`,
		);
	}
	return warnings;
}

function openByHand(run: ImportRun): OpenedSource {
	const source = mappedSource(run.context, run.kind);
	if (source.columns.length === 0) {
		throw new NodeOperationError(
			run.context.getNode(),
			"No column under 'Values to Send' is mapped",
			{ description: 'Drag an input field onto at least one of them.' },
		);
	}
	const [fixed] = source.unevaluated;
	if (fixed !== undefined) {
		throw new NodeOperationError(
			run.context.getNode(),
			`'${fixed.displayName}' holds an expression that n8n does not evaluate, so nothing was sent`,
			{ description: "Under 'Values to Send', switch it from Fixed to Expression." },
		);
	}
	const { mapping } = source;
	const close = () => ({
		fields: { mapping, ignoredFields: [], passedOverFields: [] },
		warnings: warningsByHand(run, source),
	});
	return { source, close };
}

/**
 * Finds out where the values of each row come from, in the mapping mode that the user chose.
 *
 * @throws NodeOperationError when only the user can say which field is right, no column gets a value, or fields are left over
 * and the user does not want that; the cancel signal's reason
 */
export async function openRowSource(run: ImportRun): Promise<OpenedSource> {
	const mode = run.context.getNodeParameter('columns.mappingMode', 0, 'autoMapInputData');
	return mode === 'defineBelow' ? openByHand(run) : await openAutomatic(run);
}
