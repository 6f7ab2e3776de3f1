import { DEFAULT_ACCOUNT_TYPE } from '../choices';
import { DEFAULT_FIELDS } from './defaultFields';
import type { StoredAccountType } from './types';

/** The ID of an account type; only the default type has a fixed one. */
export function accountTypeIdOf(name: string): string {
	return name === DEFAULT_ACCOUNT_TYPE.name
		? DEFAULT_ACCOUNT_TYPE.id
		: `acttp_${Buffer.from(name).toString('hex')}`;
}

/** The account types of the environment. The default one is always there. */
export class AccountTypes {
	private readonly types = new Map<string, StoredAccountType>();

	constructor() {
		this.clear();
	}

	/** Stores a type; what is not given: named `Type`, without fields, the ID that belongs to its name. */
	add(given: Partial<StoredAccountType>): StoredAccountType {
		const { name = 'Type' } = given;
		const type = { id: accountTypeIdOf(name), name, fieldSchemas: [], ...given };
		this.types.set(type.id, type);
		return type;
	}

	get(id: string): StoredAccountType | undefined {
		return this.types.get(id);
	}

	/** The type of that name, which is made if an account alone brought it. */
	named(name: string): StoredAccountType {
		return this.get(accountTypeIdOf(name)) ?? this.add({ name });
	}

	clear(): void {
		this.types.clear();
		this.add({ ...DEFAULT_ACCOUNT_TYPE, fieldSchemas: DEFAULT_FIELDS });
	}
}
