import { DEFAULT_ACCOUNT_TYPE } from '../choices';
import type { Listing } from '../http/page';
import { Collection, listingOf, newId } from './collection';
import type { StoredAccount } from './types';

/** The accounts of the environment, found by ID and by case-insensitive reference ID. */
export class Accounts {
	private readonly collection = new Collection<StoredAccount>();
	private readonly byReferenceId = new Map<string, StoredAccount[]>();

	constructor(private readonly now: () => number) {}

	/** Stores an account; what is not given is `null`, a new ID, the default type, the time now. */
	add(given: Partial<StoredAccount>): StoredAccount {
		const account = this.collection.add({
			id: newId('act'),
			referenceId: null,
			nameFirst: null,
			nameMiddle: null,
			nameLast: null,
			birthdate: null,
			socialSecurityNumber: null,
			tags: null,
			accountTypeName: DEFAULT_ACCOUNT_TYPE.name,
			createdAt: new Date(this.now()).toISOString(),
			importerId: null,
			...given,
		});
		if (account.referenceId !== null) this.index(account.referenceId.toLowerCase(), account);
		return account;
	}

	all(): StoredAccount[] {
		return this.collection.all();
	}

	get(id: string): StoredAccount | undefined {
		return this.collection.get(id);
	}

	/** Whether an account of the default type has the reference ID, in any casing. */
	hasDefaultType(referenceId: string): boolean {
		const found = this.byReferenceId.get(referenceId.toLowerCase()) ?? [];
		return found.some((account) => account.accountTypeName === DEFAULT_ACCOUNT_TYPE.name);
	}

	/** The newest first: all, or those with one of the reference IDs, in any casing and type. */
	list(referenceIds?: string[]): Listing<StoredAccount> {
		const newest = this.collection.newestFirst();
		if (referenceIds === undefined) return newest;
		const keys = new Set(referenceIds.map((referenceId) => referenceId.toLowerCase()));
		const found = [...keys].flatMap((key) => this.byReferenceId.get(key) ?? []);
		return listingOf(
			found.sort((left, right) => newest.indexOf(left.id) - newest.indexOf(right.id)),
		);
	}

	clear(): void {
		this.collection.clear();
		this.byReferenceId.clear();
	}

	private index(key: string, account: StoredAccount): void {
		const others = this.byReferenceId.get(key);
		if (others === undefined) this.byReferenceId.set(key, [account]);
		else others.push(account);
	}
}
