import type { FieldSchema } from './types';

const CONFIG = { required: false, 'archived-at': null, 'deactivated-at': null };

function field(type: string, key: string, label: string | null, config: object = {}): FieldSchema {
	return { type, key, label, config: { ...CONFIG, ...config } };
}

const text = (key: string, label: string | null) =>
	field('string', key, label, { 'max-char-length': 255, sanitize: [] });

const PLANS = {
	options: ['free', 'team', 'business'],
	'option-labels': ['Free', 'Team', 'Business'],
};

/** The fields of the default account type: those that Persona's examples have, and one of each other type. */
export const DEFAULT_FIELDS: FieldSchema[] = [
	text('name_first', 'Name First'),
	text('name_middle', 'Name Middle'),
	text('name_last', 'Name Last'),
	field('date', 'birthdate', 'Birthdate', { 'min-date': null, 'max-date': null }),
	text('social_security_number', 'Social Security Number'),
	field('email-address', 'email_address', 'Email Address'),
	text('phone_number', 'Phone Number'),
	text('address_street_1', 'Address Street 1'),
	text('address_street_2', 'Address Street 2'),
	text('address_city', 'Address City'),
	text('address_subdivision', 'Address Subdivision'),
	text('address_postal_code', 'Address Postal Code'),
	text('country_code', 'Country Code'),
	text('nickname', null),
	field('number', 'account_balance', 'Account Balance', { min: -1_000_000, max: 1_000_000 }),
	field('integer', 'seats', 'Seats', { min: 0 }),
	field('boolean', 'is_vip', 'VIP'),
	field('date', 'customer_since', 'Customer Since', { 'min-date': '2000-01-01', 'max-date': null }),
	field('datetime', 'last_login', 'Last Login'),
	field('choices', 'plan', 'Plan', { 'allow-empty': false, ...PLANS }),
	field('multi-choices', 'interests', 'Interests', {
		'allow-empty': true,
		options: ['news', 'offers', 'events'],
		'option-labels': ['News', 'Offers', 'Events'],
	}),
	field('string', 'signup_source', 'Signup Source', {
		'max-char-length': 255,
		sanitize: [],
		'write-policy': 'write_once',
	}),
	field('array', 'evidence_documents', 'Evidence Documents', {
		'item-schema': field('file', '', ''),
	}),
	field('file', 'contract', 'Contract', { 'max-file-size-bytes': 10_000_000 }),
	field('string', 'fax', 'Fax', {
		'archived-at': '2024-01-01T00:00:00.000Z',
		'max-char-length': 255,
		sanitize: [],
	}),
];
