import type { IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';

import type { Answer, PersonaRequest } from '../../../nodes/Persona/transport/request';

/** What the scripted network does with one request: an answer, or a broken connection with Node's name for it. */
export type Step = Partial<Answer> | { code: string };

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

	constructor(private readonly script: Step[]) {}

	/** This context in the form that nodes know. */
	get functions(): IExecuteFunctions {
		return {
			getNode: () => NODE,
			getCredentials: async () => this.credentials,
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
		const step = this.script[this.requests.length - 1] ?? this.script.at(-1) ?? {};
		if ('code' in step) throw Object.assign(new Error('broken'), { code: step.code });
		return await Promise.resolve({ statusCode: 201, body: {}, headers: {}, ...renamed(step) });
	}
}

function renamed({ status, ...rest }: Partial<Answer>) {
	return status === undefined ? rest : { ...rest, statusCode: status };
}

/** A request without a body. */
export const REQUEST: PersonaRequest = {
	method: 'POST',
	path: '/importer/accounts',
	query: {},
	headers: {},
};
