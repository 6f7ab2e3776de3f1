import { createHash } from 'node:crypto';
import type { Body } from './body';

/** JSON text in which the order of an object's keys makes no difference. */
function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) => {
		if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
		return Object.fromEntries(
			Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)),
		);
	});
}

function bodyParameters(body: Body): unknown {
	switch (body.kind) {
		case 'none':
			return null;
		case 'unreadable':
			return body.error.details;
		case 'json':
			return createHash('sha256').update(canonicalJson(body.value)).digest('hex');
		case 'form':
			return body.parts
				.map(({ name, fileName, contentType, sha256 }) => [name, fileName, contentType, sha256])
				.map((part) => JSON.stringify(part))
				.sort();
	}
}

/** What two requests must share to be the same request for an Idempotency-Key: see choices.ts. */
export function fingerprint(
	method: string,
	path: string,
	query: Record<string, string>,
	body: Body,
): string {
	return canonicalJson([method, path, query, body.kind, bodyParameters(body)]);
}
