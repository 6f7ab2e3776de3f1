import type { Column } from '../types';
import { LIST_NAMES_IN_OTHER_LANGUAGES } from './listLanguages';

// Persona documents no column as optional and none as required. A column is required here when a row without it could not
// match anybody: a place without its radius, an ID number without its class, in a file a value without its match type.

export const EMAIL_ADDRESS_COLUMNS: readonly Column[] = [
	{
		name: 'value',
		displayName: 'Value (Email Address or Domain)',
		rule: 'emailAddressOrDomain',
		dependsOn: 'match_type',
		required: true,
		identifies: true,
		names: [
			{
				withPerson: true,
				names: [
					...['email', 'email address', 'email address or domain'],
					...['email or domain', 'mail', 'primary email', 'contact email'],
					...['customer email', 'user email', 'work email', 'personal email'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.emailAddress,
				],
			},
			{ names: ['domain', 'email domain', 'domain name', ...LIST_NAMES_IN_OTHER_LANGUAGES.domain] },
		],
	},
	{
		name: 'match_type',
		displayName: 'Match Type (email_address or domain)',
		rule: 'matchType',
		required: false,
		requiredInFile: true,
		names: [
			{ names: ['match', 'match by', 'match on', 'matching', 'value type', 'entry type'] },
			{ names: ['type', 'kind'] },
		],
	},
];

export const GEOLOCATION_COLUMNS: readonly Column[] = [
	{
		name: 'latitude',
		displayName: 'Latitude',
		rule: 'latitude',
		required: true,
		identifies: true,
		names: [
			{
				names: [
					...['lat', 'gps latitude', 'gps lat', 'geo latitude', 'geo lat'],
					...['location latitude'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.latitude,
				],
			},
		],
	},
	{
		name: 'longitude',
		displayName: 'Longitude',
		rule: 'longitude',
		required: true,
		identifies: true,
		names: [
			{
				names: [
					...['lng', 'lon', 'long', 'gps longitude', 'gps lng', 'gps lon'],
					...['geo longitude', 'geo lng', 'geo lon', 'location longitude'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.longitude,
				],
			},
		],
	},
	{
		name: 'radius_meters',
		displayName: 'Radius (Meters)',
		rule: 'radius',
		required: true,
		names: [
			{
				names: [
					...['radius', 'radius m', 'radius metres', 'radius in meters'],
					...['radius in metres', 'meters', 'metres'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.radius,
				],
			},
		],
	},
];

export const GOVERNMENT_ID_NUMBER_COLUMNS: readonly Column[] = [
	{
		name: 'id_number',
		displayName: 'ID Number',
		rule: 'identifier',
		required: true,
		identifies: true,
		names: [
			{
				names: [
					...['id no', 'document number', 'document no', 'doc number'],
					...['passport', 'passport number', 'passport no'],
					...['driver license number', 'drivers license number'],
					...['driving licence number', 'license number', 'licence number'],
					...['dl number', 'government id', 'government id number', 'gov id'],
					...['national id', 'national id number', 'identification number'],
					...['identity number', 'identity card number'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.idNumber,
				],
			},
			{ names: ['number', 'value'] },
		],
	},
	{
		name: 'id_class',
		displayName: 'ID Class (Such as pp or dl)',
		rule: 'identifier',
		required: true,
		names: [
			{
				names: [
					...['class', 'id type', 'document class', 'document type'],
					...['doc type', 'government id type', 'identification type'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.idClass,
				],
			},
			{ names: ['type', 'kind'] },
		],
	},
];

export const IP_ADDRESS_COLUMNS: readonly Column[] = [
	{
		name: 'value',
		displayName: 'Value (IP Address)',
		rule: 'ipAddress',
		required: true,
		identifies: true,
		names: [
			{
				names: [
					...['ip', 'ip address', 'ip addr', 'ipv4', 'ipv6', 'ipv4 address'],
					...['ipv6 address', 'client ip', 'login ip', 'remote ip'],
					...['remote addr', 'remote address', 'source ip', 'src ip'],
					...['user ip'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.ipAddress,
				],
			},
			{ names: ['address', 'host'] },
		],
	},
];

export const PHONE_NUMBER_COLUMNS: readonly Column[] = [
	{
		name: 'value',
		displayName: 'Value (Phone Number)',
		rule: 'phoneNumber',
		required: true,
		identifies: true,
		names: [
			{
				withPerson: true,
				names: [
					...['phone', 'phone number', 'phone no', 'telephone'],
					...['telephone number', 'tel', 'mobile', 'mobile number'],
					...['mobile phone', 'mobile phone number', 'cell', 'cell number'],
					...['cell phone', 'cell phone number', 'contact number'],
					...['contact phone', 'primary phone', 'home phone', 'work phone'],
					...['msisdn', 'whatsapp', 'whatsapp number'],
					...LIST_NAMES_IN_OTHER_LANGUAGES.phoneNumber,
				],
			},
			{ names: ['number'] },
		],
	},
];
