/** A finished answer: what is sent and what an Idempotency-Key saves. */
export interface Answer {
	status: number;
	/** JSON text. */
	body: string;
}

/** An error that becomes an answer of Persona's documented shape `{ errors: [{ title, details, source }] }`. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly title: string,
		readonly details?: string,
		readonly pointer?: string,
	) {
		super(title);
	}
}

/** 400 with the title that Persona uses for unacceptable parameters. */
export function badRequest(details: string): ApiError {
	return new ApiError(400, 'Bad Request', details);
}

/** 404; `details` only where a parameter, not the path, names the missing record. */
export function notFound(details?: string): ApiError {
	return new ApiError(404, 'Record not found', details);
}

/** 422; `pointer` is a JSON pointer into the request, e.g. `/data/attributes/file`. */
export function unprocessable(details: string, pointer: string): ApiError {
	return new ApiError(422, 'Unprocessable entity', details, pointer);
}

/** The answer that an error becomes. */
export function answerOfError({ status, title, details, pointer }: ApiError): Answer {
	const source = pointer === undefined ? undefined : { pointer };
	return { status, body: JSON.stringify({ errors: [{ title, details, source }] }) };
}
