import type { Listing } from '../http/page';
import { Collection, listingOf, newId } from './collection';
import type { StoredList, StoredListItem } from './types';

/** A text that is equal for rows with the same values, whatever their casing. */
export function listItemKey(values: Record<string, string>): string {
	return JSON.stringify(Object.entries(values).sort()).toLowerCase();
}

/** The lists of the environment and what is on them. */
export class Lists {
	private readonly collection = new Collection<StoredList>();
	private readonly items = new Map<string, Map<string, StoredListItem>>();

	constructor(private readonly now: () => number) {}

	/** Stores a list; what is not given is a new ID, active, for email addresses, made now. */
	add(given: Partial<StoredList>): StoredList {
		const createdAt = given.createdAt ?? new Date(this.now()).toISOString();
		return this.collection.add({
			id: newId('lst'),
			type: 'list/email-address',
			name: 'List',
			status: 'active',
			archivedAt: given.status === 'archived' ? createdAt : null,
			createdAt,
			updatedAt: createdAt,
			...given,
		});
	}

	get(id: string): StoredList | undefined {
		return this.collection.get(id);
	}

	/** The newest first, optionally of one status. */
	list(status?: string): Listing<StoredList> {
		if (status === undefined) return this.collection.newestFirst();
		return listingOf(
			this.collection
				.all()
				.reverse()
				.filter((list) => list.status === status),
		);
	}

	/** Whether the list holds an item with these values, ignoring case. */
	hasItem(listId: string, values: Record<string, string>): boolean {
		return this.items.get(listId)?.has(listItemKey(values)) ?? false;
	}

	addItem(listId: string, importerId: string, values: Record<string, string>): void {
		const items = this.items.get(listId) ?? new Map<string, StoredListItem>();
		const createdAt = new Date(this.now()).toISOString();
		items.set(listItemKey(values), { id: newId('li'), listId, importerId, values, createdAt });
		this.items.set(listId, items);
	}

	/** Oldest first. */
	itemsOf(listId: string): StoredListItem[] {
		return [...(this.items.get(listId)?.values() ?? [])];
	}

	clear(): void {
		this.collection.clear();
		this.items.clear();
	}
}
