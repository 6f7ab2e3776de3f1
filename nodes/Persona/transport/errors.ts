import { NodeApiError, type INode } from 'n8n-workflow';

import { safeForEditor } from './editorText';
import { messageFor, type StatusMessage } from './messages';
import {
	errorEntriesIn,
	isResponse,
	isTooLarge,
	textOf,
	wasSavedRefusal,
	type HttpResult,
	type PersonaErrorEntry,
} from './outcome';
import { findIn, redact } from './redact';
import { comeBackIn, resetIn } from './waits';

/** What the maker of a request knows about it, for the message. */
export interface ErrorContext {
	/** All cells that were sent, if any; Persona may repeat them in its answer. */
	values?: () => Iterable<string>;
	/** First input item that the request was about, if it was about any. */
	itemIndex?: number;
	/** Further sentences for the description. */
	notes?: readonly string[];
	/**
	 * Whether nothing of what Persona says is shown but titles that are known to be fixed, because the values that it may
	 * repeat are not at hand.
	 */
	hideDetails?: boolean;
	/** What an HTTP status means here, where that is more than it means in general. */
	statusMessages?: Readonly<Record<number, StatusMessage>>;
	/** How the user can send less at once, as the end of a sentence: operations have different options for it. */
	sendLess?: string;
	/** How the user can ask for a shorter list, as a sentence. */
	askForLess?: string;
}

/** How what Persona says is made safe to show. */
export type Redaction = Pick<ErrorContext, 'values' | 'hideDetails'>;

const MOST_ENTRIES = 3;

/** Titles that Persona gives to its errors, whatever they are about. Source: `components/responses` in its OpenAPI. */
const FIXED_TITLES = new Set([
	'Bad Request',
	'Conflict',
	'Forbidden',
	'Idempotency error',
	'Must be authenticated to access this endpoint',
	'Parameter missing',
	'Quota exceeded',
	'Rate limit exceeded',
	'Record invalid',
	'Record not found',
	'Record not unique',
	'Request Timeout',
	'Service unavailable',
	'Stale object error',
	'Token is invalid',
	'Unprocessable entity',
]);

/** The title of an error if it is one that cannot hold anything of what was sent, else an empty text. */
function fixedTitleOf({ title }: PersonaErrorEntry): string {
	const text = textOf(title);
	return FIXED_TITLES.has(text) ? text : '';
}

function sayEntry(entry: PersonaErrorEntry): string {
	const pointer = textOf(entry.source?.pointer);
	const said = [textOf(entry.title), textOf(entry.details)]
		.filter((text) => text !== '')
		.join(': ');
	return pointer === '' ? said : `${said} (${pointer})`;
}

function entriesOf(result: HttpResult): PersonaErrorEntry[] {
	return isResponse(result) ? errorEntriesIn(result.body).slice(0, MOST_ENTRIES) : [];
}

/** Tells which values an answer repeats in what a user would see of it; undefined if it says nothing. */
export function repeatedBy(result: HttpResult): ((value: string) => boolean) | undefined {
	const said = entriesOf(result).map(sayEntry);
	return said.length === 0 ? undefined : findIn(said);
}

/** What of an answer can be shown, in at most three sentences. */
function sentencesOf(
	result: HttpResult,
	{ values = () => [], hideDetails = false }: ErrorContext,
): string[] {
	return entriesOf(result)
		.map((entry) => (hideDetails ? fixedTitleOf(entry) : redact(sayEntry(entry), values())))
		.filter((text) => text !== '')
		.map((text) => `Persona says: ${safeForEditor(text).replace(/\.$/, '')}.`);
}

/** When it makes sense to come back, in words. */
function untilReset(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	const minutes = Math.ceil(seconds / 60);
	const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
	const time = seconds < 120 ? many(seconds, 'second') : many(minutes, 'minute');
	return `Persona's rate limit starts anew in ${time}.`;
}

/** What support asks for; nothing where something else than an ID stands in its place. */
export function requestIdOf(result: HttpResult): string | undefined {
	const id = isResponse(result) ? result.headers['request-id'] : undefined;
	return id !== undefined && /^[\w-]{1,100}$/.test(id) ? id : undefined;
}

function describe(result: HttpResult, { help }: StatusMessage, errorContext: ErrorContext): string {
	const { notes = [] } = errorContext;
	const reset = isResponse(result) && result.status === 429 ? comeBackIn(result) : undefined;
	const requestId = requestIdOf(result);
	return [
		...sentencesOf(result, errorContext),
		help,
		...(reset === undefined ? [] : [untilReset(reset)]),
		...notes,
		...(requestId === undefined ? [] : [`Request ID for Persona's support: ${requestId}`]),
	].join(' ');
}

function explanationOf(
	result: HttpResult,
	{ statusMessages, sendLess }: ErrorContext,
): StatusMessage {
	const titles = entriesOf(result).map(({ title }) => textOf(title));
	const meant = isResponse(result) ? statusMessages?.[result.status] : undefined;
	return meant === undefined || isTooLarge(result) ? messageFor(result, titles, sendLess) : meant;
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
	const explanation = explanationOf(result, errorContext);
	const { message, cause } = explanation;
	const retryAfterMs = isResponse(result) ? (comeBackIn(result) ?? resetIn(result)) : undefined;
	const timed = cause === 'rate-limited' || cause === 'temporarily-unavailable';
	return new NodeApiError(
		node,
		{},
		{
			message,
			description: describe(result, explanation, errorContext),
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
	const mayBeSaved = isResponse(result) && (result.status >= 500 || wasSavedRefusal(result));
	return mayBeSaved
		? `${unknown} ${look}. Persona may repeat this answer for the same rows for 24 hours: if they did not arrive, set 'Repeated Runs' to Once per Execution and run this node again.`
		: `${unknown} Run this node again within 24 hours with the same rows: they will not be imported twice.`;
}
