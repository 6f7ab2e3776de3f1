import type { Body } from './http/body';
import type { Resource } from './resources/resource';
import type { State } from './state';

/** A request that passed authentication, limits and header checks. */
export interface Call {
	state: State;
	/** Below the base URL, without the query. */
	path: string;
	/** What a route's `:id` stands for, otherwise an empty text. */
	id: string;
	query: Record<string, string>;
	version: string;
	body: Body;
}

/** A successful answer before fieldsets and inflection. */
export interface Result {
	status: number;
	data: Resource | Resource[];
	links?: { prev: string | null; next: string | null };
	included?: Resource[];
	meta?: Record<string, unknown>;
}

/** One endpoint. `query` lists the parameters that its OpenAPI operation documents. */
export interface Route {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	path: string;
	query: readonly string[];
	/** Throws ApiError. */
	handle: (call: Call) => Result;
}
