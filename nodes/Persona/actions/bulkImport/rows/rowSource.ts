import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { FieldMatch } from '../../../import/mapping';
import type { RowSource } from '../../../import/rows';
import type { ImportKind } from '../../../import/types';
import { automaticSource } from './automaticSource';
import type { Hints } from '../../shared/hints';
import type { ImportSettings } from '../parameters/importSettings';
import { manualSource } from './manualSource';

function listNames(names: readonly string[]): string {
	return names.length === 0 ? 'The items have no fields.' : `The fields are: ${names.join(', ')}.`;
}

function stop(context: IExecuteFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

function checkMatch(
	context: IExecuteFunctions,
	{ columns }: RowSource,
	kind: ImportKind,
	names: readonly string[],
): void {
	const taken = new Set(columns.map(({ name }) => name));
	const missing = kind.columns.filter(({ name, required }) => required && !taken.has(name));
	if (columns.length > 0 && missing.length === 0) return;
	const wanted = (missing.length > 0 ? missing : kind.columns).map(({ name }) => name);
	stop(
		context,
		missing.length > 0
			? `No input field fits the required column '${wanted.join("', '")}'`
			: 'No input field fits any column, so nothing was sent',
		`${listNames(names)} Rename them to ${wanted.join(', ')}, or set 'Columns' to Map Each Column Manually.`,
	);
}

function checkUnmatched(
	context: IExecuteFunctions,
	{ unmatched, passedOver }: FieldMatch,
	settings: ImportSettings,
	hints: Hints,
): void {
	if (unmatched.length > 0 && settings.unmatchedFields === 'reject') {
		const what =
			unmatched.length === 1 ? '1 input field fits' : `${unmatched.length} input fields fit`;
		stop(
			context,
			`${what} no column, so nothing was sent`,
			`No column for: ${unmatched.join(', ')}. Remove these fields before this node, or set 'Unmatched Fields' to Ignore.`,
		);
	}
	hints.ignoredFields(unmatched);
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
	const { source, match, names } = await automaticSource(context, kind);
	checkMatch(context, source, kind, names);
	checkUnmatched(context, match, settings, hints);
	return source;
}
