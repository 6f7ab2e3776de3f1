const TIME_LIMIT = 30_000;

/** n8n's answer when it refuses a request. */
export class RestError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

export type Request = <Answer>(method: string, path: string, body?: object) => Promise<Answer>;

/** A client of the interface that n8n's own editor uses; it keeps the session that n8n hands out. */
export function restClient(url: string): Request {
	let session = '';
	return async <Answer>(method: string, path: string, body?: object) => {
		const response = await fetch(`${url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...(session && { cookie: session }) },
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(TIME_LIMIT),
		});
		const cookies = response.headers.getSetCookie();
		if (cookies.length) session = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		if (!response.headers.get('content-type')?.includes('json')) {
			// Where n8n has nothing, it answers with the page of its editor.
			await response.arrayBuffer();
			throw new RestError(404, `n8n has nothing at ${method} ${path}`);
		}
		const answer = (await response.json()) as { data: Answer; message?: string };
		if (response.ok) return answer.data;
		throw new RestError(
			response.status,
			`n8n refused ${method} ${path} with ${response.status}: ${answer.message ?? ''}`,
		);
	};
}
