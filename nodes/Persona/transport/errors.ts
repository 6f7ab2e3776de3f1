import { NodeApiError, type INode } from 'n8n-workflow';

import { messageFor, type StatusMessage } from './messages';
import { isResponse, resetIn, type HttpResult } from './outcome';
import { findIn, redact } from './redact';

interface PersonaErrorEntry {
	title?: unknown;
	details?: unknown;
	source?: { pointer?: unknown };
}

/** What the maker of a request knows about it, for the message. */
export interface ErrorContext {
	/** All cells that were sent, if any; Persona may repeat them in its answer. */
	values?: () => Iterable<string>;
	/** First input item that the request was about, if it was about any. */
	itemIndex?: number;
	/** Further sentences for the description. */
	notes?: readonly string[];
	/** What an HTTP status means here, where that is more than it means in general. */
	statusMessages?: Readonly<Record<number, StatusMessage>>;
}

const MOST_ENTRIES = 3;

/** The `errors` of a JSON answer. Source of the shape: `components/responses` in Persona's OpenAPI. */
function entriesOf(result: HttpResult): PersonaErrorEntry[] {
	const body = ('body' in result ? result.body : undefined) as { errors?: unknown } | undefined;
	const errors = typeof body === 'object' ? body?.errors : undefined;
	return Array.isArray(errors) ? errors.filter((entry) => typeof entry === 'object' && entry) : [];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function sayEntry(entry: PersonaErrorEntry): string {
	const pointer = textOf(entry.source?.pointer);
	const said = [textOf(entry.title), textOf(entry.details)]
		.filter((text) => text !== '')
		.join(': ');
	return pointer === '' ? said : `${said} (${pointer})`;
}

/** All that Persona says in an answer that refuses something; it may repeat values that were sent. */
export function saidIn(result: HttpResult): string {
	return entriesOf(result).slice(0, MOST_ENTRIES).map(sayEntry).join(' ');
}

/** Tells which values an answer repeats in what a user would see of it; undefined if it says nothing. */
export function repeatedBy(result: HttpResult): ((value: string) => boolean) | undefined {
	const said = entriesOf(result).slice(0, MOST_ENTRIES).map(sayEntry);
	return said.length === 0 ? undefined : findIn(said);
}

function describe(
	result: HttpResult,
	{ help }: StatusMessage,
	entries: readonly PersonaErrorEntry[],
	{ values = () => [], notes = [] }: ErrorContext,
): string {
	const said = entries
		.slice(0, MOST_ENTRIES)
		.map((entry) => redact(sayEntry(entry), values()))
		.filter((text) => text !== '');
	const requestId = 'headers' in result ? result.headers['request-id'] : undefined;
	return [
		// The editor shows descriptions as HTML, in which <id> would be a tag.
		...said.map((text) => `Persona says: ${text.replace(/\.$/, '').replaceAll('<', '&lt;')}.`),
		help,
		...notes,
		...(requestId === undefined ? [] : [`Request ID for Persona's support: ${requestId}`]),
	].join(' ');
}

/**
 * Builds the error that a user sees for a request that did not get through. It is made from nothing but our own sentences
 * and scrubbed text: n8n stores every property of an error with the execution.
 */
export function toNodeApiError(
	node: INode,
	result: HttpResult,
	errorContext: ErrorContext,
): NodeApiError {
	const entries = entriesOf(result);
	const titles = entries.map(({ title }) => textOf(title));
	const meant = isResponse(result) ? errorContext.statusMessages?.[result.status] : undefined;
	const explanation = meant ?? messageFor(result, titles);
	const { message, cause } = explanation;
	const retryAfterMs = isResponse(result) ? resetIn(result) : undefined;
	const timed = cause === 'rate-limited' || cause === 'temporarily-unavailable';
	return new NodeApiError(
		node,
		{},
		{
			message,
			description: describe(result, explanation, entries, errorContext),
			httpCode: isResponse(result) ? String(result.status) : undefined,
			itemIndex: errorContext.itemIndex,
			failure:
				cause === undefined
					? undefined
					: timed
						? { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
						: { cause },
		},
	);
}

/**
 * What to do when nobody can say whether Persona took the rows.
 *
 * @param safeToRepeat whether a second run would carry the same Idempotency-Key
 * @param dashboardPage where the dashboard shows what was imported
 */
export function uncertaintyNote(
	result: HttpResult,
	safeToRepeat: boolean,
	dashboardPage: string,
): string {
	const unknown = 'It is not known whether Persona took these rows.';
	const look = `Look in the Persona dashboard under ${dashboardPage} whether they arrived`;
	if (!safeToRepeat) return `${unknown} ${look} before you send them again.`;
	return isResponse(result) && result.status >= 500
		? `${unknown} ${look}. Persona may repeat this answer for the same rows for 24 hours: if they did not arrive, set 'Idempotency' to Once per Execution and run this node again.`
		: `${unknown} Run this node again within 24 hours with the same rows: they will not be imported twice.`;
}
