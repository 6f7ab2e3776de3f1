import { DEFAULT_ACCOUNT_TYPE } from '../choices';
import type { Listing } from '../http/page';
import { tagsOf } from './tags';
import { Collection, listingOf, newId } from './collection';
import type { StoredAccount } from './types';

/** How the accounts of an environment are told apart, and how many tags they may have between them. */
export interface AccountRules {
	exactReferenceIds: boolean;
	maximumActiveTags: number;
}

/** The accounts of the environment, found by ID and by reference ID. */
export class Accounts {
	private readonly collection = new Collection<StoredAccount>();
	private readonly byReferenceId = new Map<string, StoredAccount[]>();

	private readonly tags = new Set<string>();

	constructor(
		private readonly now: () => number,
		private readonly rules: AccountRules,
	) {}

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
			redactedAt: null,
			importerId: null,
			...given,
		});
		if (account.referenceId !== null) this.index(this.keyOf(account.referenceId), account);
		for (const tag of tagsOf(account.tags)) this.tags.add(tag);
		return account;
	}

	all(): StoredAccount[] {
		return this.collection.all();
	}

	get(id: string): StoredAccount | undefined {
		return this.collection.get(id);
	}

	/** Erases what identifies a person; the account itself, its reference ID and its tags stay. */
	redact(account: StoredAccount): void {
		account.nameFirst = account.nameMiddle = account.nameLast = null;
		account.birthdate = account.socialSecurityNumber = null;
		account.redactedAt = new Date(this.now()).toISOString();
	}

	/** Equal for two reference IDs that count as the same. */
	keyOf(referenceId: string): string {
		return this.rules.exactReferenceIds ? referenceId : referenceId.toLowerCase();
	}

	/** The tags that an account may have, once there are as many as there may be; until then, undefined. */
	onlyTags(): ReadonlySet<string> | undefined {
		return this.tags.size < this.rules.maximumActiveTags ? undefined : this.tags;
	}

	/** Whether an account of the default type has the reference ID. */
	hasDefaultType(referenceId: string): boolean {
		const found = this.byReferenceId.get(this.keyOf(referenceId)) ?? [];
		return found.some((account) => account.accountTypeName === DEFAULT_ACCOUNT_TYPE.name);
	}

	/** Those with the reference ID, of any type, oldest first. */
	withReferenceId(referenceId: string): StoredAccount[] {
		return this.byReferenceId.get(this.keyOf(referenceId)) ?? [];
	}

	/** Changes an account. */
	change(account: StoredAccount, changes: Partial<StoredAccount>): void {
		const { referenceId } = changes;
		if (referenceId !== undefined && referenceId !== account.referenceId) {
			const key = this.keyOf(account.referenceId ?? '');
			const others = (this.byReferenceId.get(key) ?? []).filter((other) => other !== account);
			this.byReferenceId.set(key, others);
			if (referenceId !== null) this.index(this.keyOf(referenceId), account);
		}
		Object.assign(account, changes);
		for (const tag of tagsOf(account.tags)) this.tags.add(tag);
	}

	/** The newest first: all, or those with one of the reference IDs, of any type. */
	list(referenceIds?: string[]): Listing<StoredAccount> {
		const newest = this.collection.newestFirst();
		if (referenceIds === undefined) return newest;
		const keys = new Set(referenceIds.map((referenceId) => this.keyOf(referenceId)));
		const found = [...keys].flatMap((key) => this.byReferenceId.get(key) ?? []);
		return listingOf(
			found.sort((left, right) => newest.indexOf(left.id) - newest.indexOf(right.id)),
		);
	}

	clear(): void {
		this.collection.clear();
		this.byReferenceId.clear();
		this.tags.clear();
	}

	private index(key: string, account: StoredAccount): void {
		const others = this.byReferenceId.get(key);
		if (others === undefined) this.byReferenceId.set(key, [account]);
		else others.push(account);
	}
}
