import type { NameClass } from '../types';

/** Where a country is written out, Persona's two letters cannot be told from it. */
const TWO_LETTERS = /^\s*[A-Za-z]{2}\s*$/;

/** Names that CRMs use for fields of Persona's own account type. Source of the fields: `PATCH /accounts` in its OpenAPI. */
export const BASIC_FIELDS: ReadonlyArray<[key: string, label: string, ...names: NameClass[]]> = [
	[
		'email_address',
		'Email Address',
		{
			withPerson: true,
			names: [
				'email',
				'e mail',
				'mail',
				'email 1',
				'e mail address',
				'primary email',
				'work email',
			],
		},
	],
	[
		'phone_number',
		'Phone Number',
		{
			withPerson: true,
			names: [
				'phone',
				'mobile',
				'mobile phone',
				'cell',
				'cell phone',
				'telephone',
				'mobile number',
			],
		},
	],
	[
		'address_street_1',
		'Address Street 1',
		{
			names: [
				'street',
				'street address',
				'address line 1',
				'address 1',
				'street 1',
				'mailing street',
			],
		},
		{ names: ['address'] },
	],
	[
		'address_street_2',
		'Address Street 2',
		{ names: ['address line 2', 'address 2', 'street 2', 'apartment', 'apt'] },
	],
	['address_city', 'Address City', { names: ['city', 'town', 'mailing city'] }],
	[
		'address_subdivision',
		'Address State or Region',
		{ names: ['state', 'province', 'region', 'subdivision', 'mailing state'] },
	],
	[
		'address_postal_code',
		'Address Postal Code',
		{ names: ['zip', 'zip code', 'postal code', 'postcode', 'mailing zip'] },
	],
	[
		'country_code',
		'Country Code',
		{ names: ['country code', 'address country code'] },
		{ names: ['country', 'mailing country'], looksLike: TWO_LETTERS },
	],
];
