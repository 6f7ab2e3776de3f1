import type { IDataObject } from 'n8n-workflow';

import { takeTurns } from '../slices';
import type { Column } from '../types';
import { contentOf, matters, openCatalogue, settleRepeated } from './fields';
import type { FieldsByName, Inside, InputField, Shape } from './types';

export interface Shapes {
	shapes: readonly Shape[];
	/** Index into `shapes` for each item. */
	shapeOf: Uint32Array;
	byName: FieldsByName;
}

/** What was seen last, because most items are like the one before. */
interface Seen {
	keys: readonly string[];
	objects: ReadonlyArray<{ key: string; keys: readonly string[] }>;
	shape: number;
}

type Find = ReturnType<typeof openCatalogue>['find'];
type Turn = ReturnType<typeof takeTurns>;

function isSame(some: readonly string[], others: readonly string[]): boolean {
	if (some.length !== others.length) return false;
	for (let index = 0; index < some.length; index++) {
		if (some[index] !== others[index]) return false;
	}
	return true;
}

function keysIn(key: string, json: IDataObject): readonly string[] {
	const content = contentOf(key, json[key]);
	return content === undefined ? [] : Object.keys(content);
}

function isLike(seen: Seen, keys: readonly string[], json: IDataObject): boolean {
	if (!isSame(keys, seen.keys)) return false;
	return seen.objects.every((object) => isSame(keysIn(object.key, json), object.keys));
}

async function look(
	json: IDataObject,
	keys: readonly string[],
	find: Find,
	turn: Turn,
): Promise<Shape & Pick<Seen, 'objects'>> {
	const outer: InputField[] = [];
	const inside: Inside[] = [];
	const objects: Array<{ key: string; keys: readonly string[] }> = [];
	for (const key of keys) {
		const field = find(key);
		const kind = field.container;
		const inner = kind === undefined ? [] : keysIn(key, json);
		if (kind !== undefined) objects.push({ key, keys: inner });
		const fields: InputField[] = [];
		for (const name of inner) {
			const found = find(name, key);
			if (matters(found)) fields.push(found);
			const pause = turn();
			if (pause !== undefined) await pause;
		}
		if (kind !== undefined && inner.length > 0) inside.push({ name: key, kind, fields });
		else if (matters(field)) outer.push(field);
		const pause = turn();
		if (pause !== undefined) await pause;
	}
	return { outer, inside, objects };
}

/** The same for two shapes with the same fields. */
function signatureOf({ outer, inside }: Shape): string {
	const names = outer.map(({ name }) => name);
	for (const { name, fields } of inside) {
		names.push(`\u0001${name}`);
		for (const { key } of fields) names.push(key);
	}
	return names.join('\u0000');
}

/**
 * Finds all fields of all items, and which items have the same ones.
 *
 * @param signal see {@link takeTurns}
 */
export async function findShapes(
	items: readonly (IDataObject | undefined)[],
	columns: readonly Column[],
	signal?: AbortSignal,
): Promise<Shapes> {
	const turn = takeTurns(signal);
	const { byName, find } = openCatalogue(columns);
	const shapes: Shape[] = [];
	const known = new Map<string, number>();
	const shapeOf = new Uint32Array(items.length);
	let seen: Seen | undefined;
	for (let index = 0; index < items.length; index++) {
		const json = items[index] ?? {};
		const keys = Object.keys(json);
		if (seen === undefined || !isLike(seen, keys, json)) {
			const { objects, ...shape } = await look(json, keys, find, turn);
			const signature = signatureOf(shape);
			const place = known.get(signature) ?? shapes.push(shape) - 1;
			known.set(signature, place);
			seen = { keys, objects, shape: place };
		}
		shapeOf[index] = seen.shape;
		const pause = turn();
		if (pause !== undefined) await pause;
	}
	for (const fields of byName.values()) {
		for (const field of fields.values()) {
			settleRepeated(field, fields);
			const pause = turn();
			if (pause !== undefined) await pause;
		}
	}
	return { shapes, shapeOf, byName };
}
