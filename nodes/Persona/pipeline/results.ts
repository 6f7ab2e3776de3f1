import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { capital } from './csvFile/problems';
import { inflect } from './importer';
import type { FieldReport, KeyInflection, Problem, RejectedRow, Row, Warning } from './types';

/** What is known about one accepted file beside Persona's own answer. */
export interface FileMeta {
	/** Rows of this import. */
	rows: number;
	fileName: string;
	bytes: number;
	requestId: string | null;
	environmentId: string | null;
	idempotencyKey: string | null;
	/** Whether this is an earlier import, so that nothing new was imported. */
	repeated: boolean;
}

/** The same about one part of the rows that came as items. */
export interface ImportMeta extends FileMeta, FieldReport {
	/** Counted once for the whole run, on its first importer item, so that sums over all items are right. */
	blankRows: number;
	mergedDuplicates: number;
	rejectedRows: number;
	/** Number of this part, from 1, and of all parts of the run. */
	part: number;
	parts: number;
	/** What looks unusual about the rows of the run, on its first importer item only. */
	warnings: readonly Warning[];
}

/** The inflection of an Importer object, told by its attributes when the API key decided on it. */
export function inflectionOf(chosen: KeyInflection, importer: IDataObject): KeyInflection {
	if (chosen !== '') return chosen;
	const keys = Object.keys((importer.attributes ?? {}) as IDataObject);
	if (keys.some((key) => key.includes('_'))) return 'snake';
	return keys.some((key) => /[a-z][A-Z]/.test(key)) ? 'camel' : 'kebab';
}

/**
 * One item per import: the Importer object as Persona returned it, with our `meta` beside it in the same inflection.
 *
 * @param body Persona's answer, `{ data, included? }`
 * @param rows the rows or the file of this import, each linked to its input item
 */
export function importerItem(
	body: IDataObject,
	meta: FileMeta | Omit<ImportMeta, 'fileName'>,
	rows: ReadonlyArray<Pick<Row, 'itemIndex'>>,
	chosenInflection: KeyInflection,
): INodeExecutionData {
	const importer = body.data as IDataObject;
	const inflection = inflectionOf(chosenInflection, importer);
	const inflected: IDataObject = { ...((importer.meta ?? {}) as IDataObject) };
	for (const [key, value] of Object.entries(meta)) inflected[inflect(key, inflection)] = value;
	const json: IDataObject = { ...importer, meta: inflected };
	if (body.included !== undefined) json.included = body.included;
	return { json, pairedItem: rows.map(({ itemIndex }) => ({ item: itemIndex })) };
}

/**
 * One item for an object exactly as Persona returned it.
 *
 * @param body Persona's answer, `{ data, included? }`
 */
export function objectItem(
	{ data, included }: { data: IDataObject; included?: unknown },
	itemIndex: number,
): INodeExecutionData {
	const json: IDataObject = { ...data };
	if (included !== undefined) json.included = included as IDataObject[];
	return { json, pairedItem: { item: itemIndex } };
}

/** "column 'birthdate' (your field 'DOB')", or the column alone where the field has the same name. */
export function whereIs({ column, field = column }: Problem): string {
	return `column '${column}'${field === column ? '' : ` (your field '${field}')`}`;
}

/** "Item 3, column 'birthdate' (your field 'DOB'): …" */
export function describeProblem(itemIndex: number, problem: Problem): string {
	const where = problem.column === '' ? '' : `, ${whereIs(problem)}`;
	return `Item ${itemIndex}${where}: ${problem.message}`;
}

/** "Item 3, column 'birthdate' (your field 'DOB'): …. Column 'tags': …" */
export function describeProblems(itemIndex: number, problems: readonly Problem[]): string {
	const further = problems
		.slice(1)
		.map((problem) =>
			capital(problem.column === '' ? problem.message : `${whereIs(problem)}: ${problem.message}`),
		);
	return [describeProblem(itemIndex, problems[0]!), ...further].join('. ');
}

/** What a dry run says about one import that would be made. Counts of the whole run are in its first report only. */
export interface DryRunReport {
	rows: number;
	/** What cannot go, see {@link rejectedJson}. */
	rejected: readonly IDataObject[];
	rejectedRows?: number;
	rejectedFiles?: number;
	blankRows?: number;
	mergedDuplicates?: number;
	/** What looks unusual about the rows. */
	warnings?: readonly Warning[];
	/** Which fields the rows were made of, see {@link FieldReport}. */
	mapping?: FieldReport['mapping'];
	ignoredFields?: readonly string[];
	passedOverFields?: readonly string[];
	/** The columns that would be sent, in their order. */
	columns: readonly string[];
	/** Number of this part of the rows, from 1, and of all parts of the run; 0 when there is nothing to send. */
	part?: number;
	parts?: number;
	/** Of the file that would be sent. */
	bytes: number;
	fileName: string;
}

/** Problems as workflows see them; `field` is null where no single field fills the column. */
export function problemsJson(problems: readonly Problem[]): IDataObject[] {
	return problems.map(({ column, field = null, code, message }) => {
		return { column, field, code, message };
	});
}

/** Says what is wrong with a row or a file: item, column and rule, never a value. */
export function rejectedJson({ itemIndex, problems }: RejectedRow): IDataObject {
	return { item: itemIndex, problems: problemsJson(problems) };
}

/** Writes a report as JSON, its keys in the inflection of an import's `meta`. */
export function reportJson(report: DryRunReport, inflection: KeyInflection): IDataObject {
	const json: IDataObject = { [inflect('dryRun', inflection)]: true };
	for (const [key, value] of Object.entries(report)) json[inflect(key, inflection)] = value;
	return json;
}
