import { randomBytes } from 'node:crypto';
import type { Listing } from '../http/page';

/** A new opaque object ID with Persona's prefix for its kind, e.g. `mprt`. */
export function newId(prefix: string): string {
	return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** Objects in the order in which they were made, found by ID; nothing is ever removed singly. */
export class Collection<Item extends { id: string }> {
	private items: Item[] = [];
	private positions = new Map<string, number>();

	add(item: Item): Item {
		this.positions.set(item.id, this.items.length);
		this.items.push(item);
		return item;
	}

	/** Oldest first. */
	all(): Item[] {
		return [...this.items];
	}

	get(id: string): Item | undefined {
		const position = this.positions.get(id);
		return position === undefined ? undefined : this.items[position];
	}

	clear(): void {
		this.items = [];
		this.positions.clear();
	}

	/** All objects as the API lists them: the newest first. */
	newestFirst(): Listing<Item> {
		const { items, positions } = this;
		const last = items.length - 1;
		return {
			length: items.length,
			at: (index) => items[last - index] as Item,
			indexOf: (id) => {
				const position = positions.get(id);
				return position === undefined ? -1 : last - position;
			},
		};
	}
}

/** A listing of the given objects, which are in the order in which they are listed. */
export function listingOf<Item extends { id: string }>(items: Item[]): Listing<Item> {
	return {
		length: items.length,
		at: (index) => items[index] as Item,
		indexOf: (id) => items.findIndex((item) => item.id === id),
	};
}
