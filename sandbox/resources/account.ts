import { ACCOUNT_STATUS, ACCOUNT_TYPE_CREATED_AT } from '../choices';
import { accountTypeIdOf } from '../store/accountTypes';
import type { StoredAccount, StoredAccountType } from '../store/types';
import { tagsOf } from '../store/tags';
import type { Resource } from './resource';

/** Since this version an account holds personal data in `fields` only (changelog of the version). */
export const FIELDS_ONLY_VERSION = '2025-10-27';

function text(value: unknown) {
	return { type: 'string', value: value ?? null };
}

const ADDRESS: Record<string, string> = {
	street_1: 'address_street_1',
	street_2: 'address_street_2',
	city: 'address_city',
	subdivision: 'address_subdivision',
	postal_code: 'address_postal_code',
	country_code: 'country_code',
};

/** A value with its type, as Persona wraps it; lists hold wrapped values too. */
function wrapped(value: unknown): { type: string; value: unknown } {
	if (Array.isArray(value)) return { type: 'array', value: value.map(wrapped) };
	return { type: typeof value === 'object' ? 'string' : typeof value, value };
}

/** The fields that are no column of an import: those of the address as one hash. */
function otherFields(values: Record<string, unknown>): Record<string, unknown> {
	const isAddress = (key: string) => Object.values(ADDRESS).includes(key);
	const others = Object.entries(values).filter(([key]) => !isAddress(key));
	const fields = Object.fromEntries(others.map(([key, value]) => [key, wrapped(value)]));
	if (others.length === Object.keys(values).length) return fields;
	const parts = Object.entries(ADDRESS).map(([part, key]) => [part, text(values[key])]);
	return { ...fields, address: { type: 'hash', value: Object.fromEntries(parts) } };
}

function fieldsOf(account: StoredAccount): Record<string, unknown> {
	return {
		name: {
			type: 'hash',
			value: {
				first: text(account.nameFirst),
				middle: text(account.nameMiddle),
				last: text(account.nameLast),
			},
		},
		birthdate: { type: 'date', value: account.birthdate },
		social_security_number: text(account.socialSecurityNumber),
		...otherFields(account.fields ?? {}),
	};
}

/** The attributes that only versions before `FIELDS_ONLY_VERSION` have. */
function flatAttributes(account: StoredAccount): Record<string, unknown> {
	return {
		'name-first': account.nameFirst,
		'name-middle': account.nameMiddle,
		'name-last': account.nameLast,
		'phone-number': account.fields?.phone_number ?? null,
		'email-address': account.fields?.email_address ?? null,
		'address-street-1': account.fields?.address_street_1 ?? null,
		'address-street-2': account.fields?.address_street_2 ?? null,
		'address-city': account.fields?.address_city ?? null,
		'address-subdivision': account.fields?.address_subdivision ?? null,
		'address-postal-code': account.fields?.address_postal_code ?? null,
		'country-code': account.fields?.country_code ?? null,
		birthdate: account.birthdate,
		'social-security-number': account.socialSecurityNumber,
		'identification-numbers': {},
	};
}

/** An account as the given version shows it (persona-openapi, `components/schemas/account.yaml`). */
export function accountResource(account: StoredAccount, version: string): Resource {
	return {
		type: 'account',
		id: account.id,
		attributes: {
			'reference-id': account.referenceId,
			'account-type-name': account.accountTypeName,
			'account-status': ACCOUNT_STATUS,
			'created-at': account.createdAt,
			'updated-at': account.redactedAt ?? account.createdAt,
			'redacted-at': account.redactedAt,
			fields: fieldsOf(account),
			tags: tagsOf(account.tags),
			...(version < FIELDS_ONLY_VERSION ? flatAttributes(account) : {}),
		},
		relationships: {
			'account-type': {
				data: { type: 'account-type', id: accountTypeIdOf(account.accountTypeName) },
			},
		},
	};
}

/** An account type with its fields (persona-openapi, `account-type.yaml`). */
export function accountTypeResource({ id, name, fieldSchemas }: StoredAccountType): Resource {
	return {
		type: 'account-type',
		id,
		attributes: {
			name,
			'created-at': ACCOUNT_TYPE_CREATED_AT,
			'updated-at': null,
			'field-schemas': fieldSchemas,
		},
		relationships: {
			'account-statuses': { data: [] },
			'default-account-status': { data: null },
		},
	};
}
