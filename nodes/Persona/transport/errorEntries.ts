/** One of the `errors` in a JSON answer. Source: `components/responses` in Persona's OpenAPI. */
export interface PersonaErrorEntry {
	title?: unknown;
	details?: unknown;
	source?: { pointer?: unknown } | null;
}

/** The `errors` in the body of an answer; none where it has another shape. */
export function errorEntriesIn(body: unknown): PersonaErrorEntry[] {
	const errors =
		typeof body === 'object' && body !== null ? (body as { errors?: unknown }).errors : undefined;
	if (!Array.isArray(errors)) return [];
	return errors.filter((entry): entry is PersonaErrorEntry => typeof entry === 'object' && !!entry);
}

/** A text, or an empty one in place of anything else. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

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
export function fixedTitleOf({ title }: PersonaErrorEntry): string {
	return typeof title === 'string' && FIXED_TITLES.has(title) ? title : '';
}

/** Whether Persona says that a file is too large. Source: "File must be under 2 bytes" in its OpenAPI, 422. */
export function saysTooLarge(body: unknown): boolean {
	return errorEntriesIn(body).some(({ details }) =>
		/\bfile must be (under|less than|smaller than) [\d.,]+ ?([kmg]i?b|(kilo|mega|giga)?bytes?)\b/i.test(
			textOf(details),
		),
	);
}

/** Whether Persona says that a key was used before with other parameters. Source: its documentation on idempotence. */
export function saysKeyWasReused(body: unknown): boolean {
	return errorEntriesIn(body).some(({ title }) => /idempotency/i.test(textOf(title)));
}
