import type { IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';

import { PersonaClient } from '../../../nodes/Persona/transport/client';
import type { HttpResponse, NoResponse } from '../../../nodes/Persona/transport/outcome';
import type { PersonaRequest } from '../../../nodes/Persona/transport/request';

/** What the scripted network does with one request: an answer, or a broken connection with Node's name for it. */
export type Step = Partial<HttpResponse> | NoResponse;

/** What Node and axios leave behind of a request that came no further than this. */
const TRACES = {
	connect: { syscall: 'connect' },
	handshake: { request: { socket: { secureConnecting: true } } },
};

/** Steps in order, the last of them for ever; or what answers each request. */
export type Script = readonly Step[] | ((request: IHttpRequestOptions) => Step);

export const NODE: INode = {
	id: '1',
	name: 'Persona',
	type: 'n8n-nodes-persona.persona',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** The few helpers of n8n that the transport uses, with a network that follows a script. */
export class ScriptedContext {
	/** Options of every request, in order. */
	readonly requests: IHttpRequestOptions[] = [];
	/** Credential types that the requests asked for. */
	readonly credentialTypes: string[] = [];
	readonly cancel = new AbortController();
	/** Credential data. */
	credentials: Record<string, unknown> = {};
	/** Called for each request before it is answered. */
	onRequest: () => void = () => undefined;

	constructor(private readonly script: Script) {}

	/** This context in the form that nodes know. */
	get functions(): IExecuteFunctions {
		return {
			getNode: () => NODE,
			getCredentials: async (type: string) => {
				this.credentialTypes.push(type);
				return this.credentials;
			},
			getExecutionCancelSignal: () => this.cancel.signal,
			helpers: {
				httpRequestWithAuthentication: async (type: string, options: IHttpRequestOptions) =>
					await this.answer(type, options),
			},
		} as unknown as IExecuteFunctions;
	}

	private async answer(type: string, options: IHttpRequestOptions) {
		this.credentialTypes.push(type);
		this.requests.push(options);
		this.onRequest();
		const step = this.stepFor(options);
		if ('code' in step) {
			const { code, stage } = step;
			throw Object.assign(new Error('broken'), { code }, stage && TRACES[stage]);
		}
		return await Promise.resolve({ statusCode: 201, body: {}, headers: {}, ...renamed(step) });
	}

	private stepFor(options: IHttpRequestOptions): Step {
		if (typeof this.script === 'function') return this.script(options);
		return this.script[this.requests.length - 1] ?? this.script.at(-1) ?? {};
	}
}

function renamed({ status, ...rest }: Partial<HttpResponse>) {
	return status === undefined ? rest : { ...rest, statusCode: status };
}

/** A request without a body. */
export const REQUEST: PersonaRequest = {
	method: 'POST',
	path: '/importer/accounts',
	query: {},
	headers: {},
};

/**
 * A client whose network follows a script.
 *
 * @param credentials what is to be different in the credential's data
 */
export async function openClient(
	script: Script,
	credentials: Record<string, unknown> = {},
): Promise<{ context: ScriptedContext; client: PersonaClient }> {
	const context = new ScriptedContext(script);
	context.credentials = {
		baseUrl: 'https://api.withpersona.com/api/v1/',
		apiKey: 'persona_sandbox_1',
		...credentials,
	};
	return { context, client: await PersonaClient.open(context.functions) };
}
