import type { IDataObject } from 'n8n-workflow';

import { inflect } from './inflection';
import type { KeyInflection, RejectedRow } from './types';

interface Report {
	rows: number;
	fileName: string;
	/** Of the file that would be sent. */
	bytes: number;
	/** The columns that would be sent, in their order. */
	columns: readonly string[];
	/** What would be turned away, see {@link rejectedJson}; all of it is in the first report of a run. */
	rejected: readonly IDataObject[];
}

/** What a dry run says about one file that came with an item. */
export interface FileReport extends Report {
	/** Counted once for the whole run, in its first report, like all counts that are not about one file or part. */
	rejectedFiles: number;
}

/** What a dry run says about one part of the rows that came as items. */
export interface PartReport extends Report {
	blankRows: number;
	mergedDuplicates: number;
	rejectedRows: number;
	/** Number of this part, from 1, and of all parts of the run; 0 when there is nothing to send. */
	part: number;
	parts: number;
}

/** Says what stands against a row or a file: item, column and rule, never a value. */
export function rejectedJson({ itemIndex, problems }: RejectedRow): IDataObject {
	const named = problems.map(({ column, code, message }) => ({ column, code, message }));
	return { item: itemIndex, problems: named };
}

/** Writes a report as JSON, its keys in the inflection of an import's `meta`. */
export function reportJson(
	report: FileReport | PartReport,
	inflection: KeyInflection,
): IDataObject {
	const json: IDataObject = { [inflect('dryRun', inflection)]: true };
	for (const [key, value] of Object.entries(report)) json[inflect(key, inflection)] = value;
	return json;
}
