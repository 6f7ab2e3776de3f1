import { NodeOperationError } from 'n8n-workflow';

import { checkRows, type RowSource } from '../../pipeline/checkRows';
import { settleDuplicates } from '../../pipeline/duplicates';
import { warnOfLikelySlips } from '../../pipeline/likelySlips';
import { describeGroup, groupProblems } from '../../pipeline/problemGroups';
import { warnOfRepeats } from '../../pipeline/repeats';
import { forEachInSlices } from '../../pipeline/slices';
import type { CheckedRows, Problem, RejectedRow } from '../../pipeline/types';
import { warnOfZeroPaddedIds } from '../../pipeline/zeroPaddedIds';
import type { CheckedInput } from './batch';
import type { OpenedSource } from './rowSource';
import type { ImportRun } from './settings';

/** What a date means is up to the user where no row tells it: that is about the column, not about single rows. */
async function stopWithoutOrder({ context, signal }: ImportRun, rows: CheckedRows): Promise<void> {
	const unknown = rows.rejected.flatMap(({ itemIndex, problems }) => {
		const problem = problems.find(({ code }) => code === 'dateOrderUnknown');
		return problem === undefined ? [] : [{ itemIndex, problems: [problem] }];
	});
	if (unknown.length === 0) return;
	const { groups } = await groupProblems(unknown, 1, signal);
	throw new NodeOperationError(
		context.getNode(),
		'Nothing in the rows tells whether the day or the month comes first, so nothing was sent',
		{
			description: `${describeGroup(groups[0]!)}. Add the option 'Birthdate Format' and choose how the dates are written.`,
		},
	);
}

/** Rejected rows whose problems also name the user's own fields. */
async function withFields(
	rejected: readonly RejectedRow[],
	{ fieldOf }: RowSource,
	signal?: AbortSignal,
): Promise<RejectedRow[]> {
	const named: RejectedRow[] = [];
	const name = ({ itemIndex, problems }: RejectedRow) => {
		const withField = (problem: Problem) => ({
			...problem,
			field: fieldOf?.(itemIndex, problem.column),
		});
		named.push({ itemIndex, problems: problems.map(withField) });
	};
	await forEachInSlices(rejected, name, signal);
	return named;
}

/**
 * Checks what a source gives of all input items, and says what is unusual about it.
 *
 * @param checkMore what is to be checked of rows that are right so far, before duplicates
 * @throws NodeOperationError when no column gets a value, or nothing tells the order of day and month in dates, unless this
 * is a dry run, which reports it; the cancel signal's reason
 */
export async function checkSource(
	run: ImportRun,
	{ source, close }: OpenedSource,
	checkMore?: (checked: CheckedRows) => Promise<CheckedRows>,
): Promise<Omit<CheckedInput, 'batches'> & { rows: CheckedRows }> {
	const { context, kind, settings, hints, signal } = run;
	const count = context.getInputData().length;
	const all = await checkRows(source, count, settings.rules, signal);
	const { fields, warnings } = close();
	if (settings.dryRun === undefined) await stopWithoutOrder(run, all);
	const checked = checkMore === undefined ? all : await checkMore(all);
	const settled = await settleDuplicates(checked, kind.uniqueColumn, settings.duplicates, signal);
	const counted = await warnOfRepeats(settled, kind.uniqueColumn, signal);
	const padded = await warnOfZeroPaddedIds(counted, checked, kind.uniqueColumn, signal);
	const rows = await warnOfLikelySlips(padded, signal);
	const allWarnings = [...warnings, ...rows.warnings];
	hints.blankRows(rows.blankRows);
	hints.mergedDuplicates(rows.merged.length);
	hints.warn(allWarnings);
	return {
		unit: 'row',
		batchCount: Math.ceil(rows.rows.length / settings.rowsPerImport),
		rejected: await withFields(rows.rejected, source, signal),
		columns: rows.columns.map(({ name }) => name),
		rows,
		fields,
		warnings: allWarnings,
	};
}
