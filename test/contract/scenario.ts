import type { Fault, Sandbox } from '../../sandbox';

/** A request whose answer is documented, on a sandbox that was just emptied. */
export interface Scenario {
	name: string;
	method: 'get' | 'post' | 'delete';
	/** As in the OpenAPI file, e.g. `/importers/{importer-id}`. */
	path: string;
	status: number;
	/** A general response that stands in where the operation does not document the status. */
	general?: string;
	/** Fills the sandbox and says what to send: path below the base URL, body, headers. */
	prepare: (sandbox: Sandbox) => Prepared;
}

export interface Prepared {
	path: string;
	body?: FormData | string;
	headers?: Record<string, string>;
}

/** The errors that any operation documents; `good` is a request that would succeed. */
export function commonErrors(
	method: Scenario['method'],
	path: string,
	good: (sandbox: Sandbox) => Prepared,
): Scenario[] {
	const faults: [number, Fault][] = [
		[403, { kind: 'status', status: 403 }],
		[429, { kind: 'rateLimited', resetSeconds: 30 }],
	];
	if (method !== 'get') faults.push([409, { kind: 'status', status: 409 }]);
	const common = { method, path };
	const headers = { authorization: 'Bearer nobody' };
	return [
		{
			...common,
			name: 'an unknown key',
			status: 401,
			prepare: (sandbox) => ({ ...good(sandbox), headers }),
		},
		{
			...common,
			name: 'an unknown query parameter',
			status: 400,
			prepare: (sandbox) => {
				const prepared = good(sandbox);
				return { ...prepared, path: `${prepared.path}?unknown=1` };
			},
		},
		...faults.map(([status, fault]) => ({
			...common,
			name: `a scripted ${String(status)}`,
			status,
			...(status === 409 && method === 'delete' ? { general: 'conflict' } : {}),
			prepare: (sandbox: Sandbox) => {
				sandbox.faults.add(fault);
				return good(sandbox);
			},
		})),
	];
}
