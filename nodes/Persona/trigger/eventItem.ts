import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An event of Persona, as far as this node reads it. */
export interface PersonaEvent {
	id: string;
	name: string;
	/** The whole body of the request. */
	body: IDataObject;
	attributes: IDataObject;
}

const objectIn = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};

/**
 * Reads the body of a request.
 *
 * Source: `webhooks` in Persona's OpenAPI.
 *
 * @returns undefined if it is no event
 */
export function readEvent(raw: Buffer): PersonaEvent | undefined {
	let body: IDataObject;
	try {
		body = objectIn(JSON.parse(raw.toString('utf8')));
	} catch {
		return undefined;
	}
	const { id, attributes } = objectIn(body.data);
	const { name } = objectIn(attributes);
	if (typeof id !== 'string' || typeof name !== 'string' || id === '') return undefined;
	return { id, name, body, attributes: objectIn(attributes) };
}

/** In whichever way the webhook writes its keys. */
const createdAtOf = (attributes: IDataObject) =>
	attributes['created-at'] ?? attributes.createdAt ?? attributes.created_at ?? null;

/** @param isSimplified whether the item has the object and the main facts, rather than the whole event */
export function itemOf(event: PersonaEvent, isSimplified: boolean): INodeExecutionData {
	const { id, name, body, attributes } = event;
	if (!isSimplified) return { json: body };
	const { data, included } = objectIn(attributes.payload);
	const { type = null, id: objectId = null } = objectIn(data);
	return {
		json: {
			event: name,
			eventId: id,
			createdAt: createdAtOf(attributes),
			objectType: type,
			objectId,
			data: data ?? null,
			...(included === undefined ? {} : { included }),
		},
	};
}
