import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { loadDescriptions, type OpenApi } from '../openApi';

/** A request that the stand-in for Persona was sent, with its answer. */
export interface Sent {
	method: string;
	/** As in the OpenAPI file. */
	path: string;
	status: number;
	request: unknown;
	answer: unknown;
}

export const WEBHOOK = {
	name: 'A',
	url: 'https://example.com/',
	'enabled-events': ['account.created'],
};

const templateOf = (path: string) => path.replace(/\/wbh_\w+/, '/{webhook-id}');

/** A stand-in for Persona, and what is sent to it. */
export class Exchange {
	sandbox!: Sandbox;

	/** Starts it for all tests of a file, each of which finds it empty. */
	use(): this {
		beforeAll(async () => {
			this.sandbox = await startSandbox({ webhookRetryMilliseconds: [] });
		});
		beforeEach(() => this.sandbox.reset());
		afterAll(() => this.sandbox.close());
		return this;
	}

	async send(method: string, path: string, version: string, body?: unknown): Promise<Sent> {
		const response = await fetch(this.sandbox.url + path, {
			method,
			headers: {
				authorization: `Bearer ${this.sandbox.apiKey}`,
				'content-type': 'application/json',
				'persona-version': version,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const answer: unknown = await response.json();
		return { method, path: templateOf(path), status: response.status, request: body, answer };
	}
}

interface Answer {
	status?: number;
	body?: unknown;
}

/** Starts a server that answers every request in one way. */
export async function serve(
	answer: (request: IncomingMessage, text: string) => Answer | Promise<Answer>,
): Promise<{ origin: string; close: () => Promise<unknown> }> {
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { status = 200, body } = await answer(request, Buffer.concat(chunks).toString());
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = async () => await new Promise((resolve) => server.close(resolve));
	return { origin: `http://127.0.0.1:${String(port)}`, close };
}

/** Tests that need Persona's own descriptions; where there are none, one that is shown as skipped. */
export function withDescriptions(folder: string, tests: (descriptions: OpenApi[]) => void): void {
	const descriptions = loadDescriptions(folder);
	if (descriptions.length > 0) return tests(descriptions);
	test.skip('SKIPPED: there is no ../shared/persona-openapi-next to hold webhooks against', () =>
		undefined);
}

/** Holds exchanges against a description. */
export function expectDocumented(description: OpenApi, exchanges: readonly Sent[]): void {
	for (const sent of exchanges) {
		expect({ ...sent, problem: problemOf(description, sent) }).toEqual({ ...sent, problem: null });
	}
}

/** Null, or what is wrong with an exchange. */
function problemOf(description: OpenApi, { method, path, status, request, answer }: Sent) {
	const verb = method.toLowerCase();
	const response = description.responseOf(path, verb, status).validateBody(answer);
	if (request === undefined || status >= 400) return response;
	const content = ['requestBody', 'content', 'application/json', 'schema'];
	return response ?? description.validate(['paths', path, verb, ...content], request);
}
