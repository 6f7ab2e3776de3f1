import { ACCOUNT_STATUS, ACCOUNT_TYPE_CREATED_AT, DEFAULT_ACCOUNT_TYPE } from '../choices';
import type { StoredAccount } from '../store/types';
import { tagsOf } from '../store/tags';
import type { Resource } from './resource';

/** Since this version an account holds personal data in `fields` only (changelog of the version). */
export const FIELDS_ONLY_VERSION = '2025-10-27';

function text(value: string | null) {
	return { type: 'string', value };
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
	};
}

/** The attributes that only versions before `FIELDS_ONLY_VERSION` have. */
function flatAttributes(account: StoredAccount): Record<string, unknown> {
	return {
		'name-first': account.nameFirst,
		'name-middle': account.nameMiddle,
		'name-last': account.nameLast,
		'phone-number': null,
		'email-address': null,
		'address-street-1': null,
		'address-street-2': null,
		'address-city': null,
		'address-subdivision': null,
		'address-postal-code': null,
		'country-code': null,
		birthdate: account.birthdate,
		'social-security-number': account.socialSecurityNumber,
		'identification-numbers': {},
	};
}

/** The ID of an account type; only the default type has a fixed one. */
function accountTypeId(name: string): string {
	return name === DEFAULT_ACCOUNT_TYPE.name
		? DEFAULT_ACCOUNT_TYPE.id
		: `acttp_${Buffer.from(name).toString('hex')}`;
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
				data: { type: 'account-type', id: accountTypeId(account.accountTypeName) },
			},
		},
	};
}

/** The account type of an account, for `included`. */
export function accountTypeResource({ accountTypeName: name }: StoredAccount): Resource {
	return {
		type: 'account-type',
		id: accountTypeId(name),
		attributes: {
			name,
			'created-at': ACCOUNT_TYPE_CREATED_AT,
			'updated-at': null,
			'field-schemas': [],
		},
		relationships: {
			'account-statuses': { data: [] },
			'default-account-status': { data: null },
		},
	};
}
