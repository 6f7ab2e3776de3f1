import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { admit } from './http/admission';
import { ApiError, answerOfError } from './http/answer';
import { ClientGone, readBody } from './http/body';
import { conductRequest } from './http/conduct';
import { BASE_PATH, openExchange, recordBody, type Exchange } from './http/exchange';
import { answered, type Outcome } from './http/outcome';
import { dropConnection, send } from './http/send';
import type { Route } from './route';
import { NO_ROUTE, ROUTES } from './routes';
import type { State } from './state';

type Log = (line: string) => void;

function logLine({ record, startedAt }: Exchange): string {
	const milliseconds = Math.round(performance.now() - startedAt);
	const status = record.status ?? 'dropped';
	return `${record.method} ${record.path} ${String(status)} ${String(milliseconds)} ms ${String(record.bodyBytes)} bytes`;
}

/** A bug of the sandbox. Its message may quote a value, so only its name and place are told. */
function internalError(error: unknown, log: Log | undefined): Outcome {
	const { name, stack = '' } = error instanceof Error ? error : new Error();
	log?.(`${name} in the sandbox${/\n\s+at [^\n]*/.exec(stack)?.[0] ?? ''}`);
	return answered(answerOfError(new ApiError(500, 'Internal error', `${name} in the sandbox`)), {});
}

/** One request from its first byte to its answer. */
async function serve(
	route: Pick<Route, 'query' | 'handle'>,
	state: State,
	log: Log | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const exchange = openExchange(request);
	const { record, requestId } = exchange;
	state.requests.push(record);
	const { id = '' } = (request.params ?? {}) as { id?: string };
	const admission = admit(request.headers.authorization, { ...record, requestId }, state);
	let outcome: Outcome;
	try {
		const { body, bytes } = await readBody(request, state.maximumBodyBytes);
		recordBody(exchange, body, bytes);
		outcome = conductRequest({ exchange, admission, route, id, body, state });
	} catch (error) {
		if (error instanceof ClientGone) {
			log?.(logLine(exchange));
			dropConnection(request, reply);
			return;
		}
		outcome = internalError(error, log);
	}
	reply.header('Date', new Date(state.now()).toUTCString());
	record.status = outcome.kind === 'dropped' ? null : outcome.status;
	log?.(logLine(exchange));
	await send(outcome, admission.fault, request, reply);
}

/** The HTTP server of a sandbox, not yet listening. */
export async function buildServer(state: State, log: Log | undefined): Promise<FastifyInstance> {
	const server = fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	await server.register(multipart, { throwFileSizeLimit: false });
	// Bodies are read by readBody alone, so that it can count them and set its own limit.
	server.removeContentTypeParser(['application/json', 'text/plain']);
	server.addContentTypeParser('*', (_request, _payload, done) => {
		done(null);
	});
	const handler = (route: Pick<Route, 'query' | 'handle'>) => serve.bind(null, route, state, log);
	for (const route of ROUTES) {
		const url = `${BASE_PATH}${route.path}`;
		server.route({ method: route.method, url, handler: handler(route) });
	}
	server.setNotFoundHandler(handler(NO_ROUTE));
	return server;
}
