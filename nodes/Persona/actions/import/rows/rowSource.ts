import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { listNames } from '../../../pipeline/fieldNames';
import type { FieldMatch } from '../../../pipeline/mapping';
import type { RowSource } from '../../../pipeline/checkRows';
import type { ImportKind } from '../../../pipeline/types';
import { automaticSource } from './automaticSource';
import type { Hints } from '../../common/hints';
import { escapeHtml } from '../../common/htmlList';
import type { ImportSettings } from '../parameters/importSettings';
import { manualSource } from './manualSource';

const LIKE_VALUES =
	'The names of the fields look like values: the header line may be missing in the source.';

function sayNames(names: readonly string[], match: FieldMatch, before: string): string {
	const list = listNames(names, match);
	return list === '' ? LIKE_VALUES : `${before}: ${escapeHtml(list)}.`;
}

function stop(context: IExecuteFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

function checkMatch(
	context: IExecuteFunctions,
	kind: ImportKind,
	{ source: { columns }, match, names }: Awaited<ReturnType<typeof automaticSource>>,
): void {
	const taken = new Set(columns.map(({ name }) => name));
	const missing = kind.columns.filter(({ name, required }) => required && !taken.has(name));
	if (columns.length > 0 && missing.length === 0) return;
	const wanted = (missing.length > 0 ? missing : kind.columns).map(({ name }) => name);
	const rename = `Rename them to ${wanted.join(', ')}, or set 'Columns' to Map Each Column Manually.`;
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

function checkUnmatched(
	context: IExecuteFunctions,
	match: FieldMatch,
	settings: ImportSettings,
	hints: Hints,
): void {
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
 * does not want that, or when the execution is cancelled
 */
export async function openRowSource(
	context: IExecuteFunctions,
	kind: ImportKind,
	settings: ImportSettings,
	hints: Hints,
): Promise<RowSource> {
	const mode = context.getNodeParameter('columns.mappingMode', 0, 'autoMapInputData');
	if (mode === 'defineBelow') {
		const source = manualSource(context, kind);
		if (source.columns.length === 0) {
			stop(
				context,
				"'Columns' has no mapped column",
				'Drag an input field onto at least one of them.',
			);
		}
		return source;
	}
	const automatic = await automaticSource(context, kind);
	checkMatch(context, kind, automatic);
	checkUnmatched(context, automatic.match, settings, hints);
	return automatic.source;
}
