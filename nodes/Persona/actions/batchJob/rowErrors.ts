import type { IDataObject } from 'n8n-workflow';

import { attributeOf } from '../../pipeline/importer';
import { pageObjects, type Fetched, type PersonaClient } from '../../transport/client';
import type { ErrorContext } from '../../transport/errors';
import { isResponse, type HttpResult } from '../../transport/outcome';
import { LARGEST_PAGE } from '../../transport/paginate';
import { redact } from '../../transport/redact';

/** What Persona reports of a batch job beside its counters. */
export interface JobErrors {
	/** As Persona returns them, without the row that each repeats, and without its values in the message. */
	rows: IDataObject[];
	/** What affected the whole job: `error-type`, `message`, `retryable`, in the inflection of the answer. */
	global: IDataObject[];
}

function valuesIn(row: unknown): string[] {
	if (Array.isArray(row)) return row.flatMap(valuesIn);
	if (typeof row === 'object' && row !== null) return Object.values(row).flatMap(valuesIn);
	return row === null || row === undefined ? [] : [String(row)];
}

/** The attributes with their texts made safe to show. */
function withoutValues(attributes: IDataObject, values: readonly string[]): IDataObject {
	const entries = Object.entries(attributes).map(([name, value]) => {
		return [name, typeof value === 'string' ? redact(value, values) : value] as const;
	});
	return Object.fromEntries(entries);
}

function globalErrorsIn(result: HttpResult): IDataObject[] {
	const { meta } = (isResponse(result) ? result.body : {}) as { meta?: IDataObject };
	const found = attributeOf({ attributes: meta }, 'globalErrors');
	return Array.isArray(found) ? (found as IDataObject[]) : [];
}

/** Where the next page begins; undefined on the last page, and where Persona's numbers do not go up. */
function nextRow(result: HttpResult, objects: IDataObject[], after: number): number | undefined {
	const { links } = (result as { body: { links?: { next?: unknown } | null } }).body;
	const last = objects.at(-1);
	if (last === undefined || typeof links?.next !== 'string') return undefined;
	const row = Number(attributeOf(last, 'rowNumber'));
	return row > after ? row : undefined;
}

/**
 * Fetches what a batch job could not write: rows by their number from 1, and errors of the whole job.
 *
 * Source: `batch-jobs/{id}/errors` in Persona's OpenAPI: pages begin after a row number, not after an ID.
 *
 * @param most how many rows are wanted; Infinity for all
 * @param valuesOf what is known of a row beside what Persona repeats, by its number
 * @throws NodeApiError for an answer that is not a page; the cancel signal's reason
 */
export async function fetchJobErrors(
	client: PersonaClient,
	{ path, headers }: Pick<Fetched, 'path' | 'headers'>,
	most: number,
	errorContext: ErrorContext,
	valuesOf: (rowNumber: number) => readonly string[] = () => [],
): Promise<JobErrors> {
	const found: JobErrors = { rows: [], global: [] };
	const values: string[] = [];
	let after: number | undefined = 0;
	while (after !== undefined && found.rows.length < most) {
		const size = String(Math.min(LARGEST_PAGE, most - found.rows.length));
		const query: Record<string, string> = { 'page[size]': size };
		if (after > 0) query['page[after]'] = String(after);
		const result = await client.fetch({ path: `${path}/errors`, headers, query });
		const objects = pageObjects(result);
		if (objects === undefined)
			throw client.errorFor(result, { ...errorContext, hideDetails: true });
		if (after === 0) found.global = globalErrorsIn(result);
		for (const object of objects) {
			const { row, ...attributes } = (object.attributes ?? {}) as IDataObject;
			const own = [...valuesIn(row), ...valuesOf(Number(attributeOf(object, 'rowNumber')))];
			if (found.global.length > 0) for (const value of own) values.push(value);
			found.rows.push({ ...object, attributes: withoutValues(attributes, own) });
		}
		after = nextRow(result, objects, after);
	}
	found.global = found.global.map((error) => withoutValues(error, values));
	return found;
}

/** What an error of the whole job says: its type and message; empty where Persona gives neither. */
export function globalMessage(error: IDataObject): string {
	const parts = ['errorType', 'message'].map((name) => attributeOf({ attributes: error }, name));
	return parts.filter((text) => typeof text === 'string' && text !== '').join(': ');
}
