import type { IDataObject } from 'n8n-workflow';

import type { ListType } from '../../../nodes/Persona/pipeline/columns';

/** Rows for one importer, and the CSV that they must become. */
interface Kind {
	listType: ListType;
	/** Persona's name of it. */
	name: string;
	path: string;
	/** As a spreadsheet or a CRM would write them. */
	rows: IDataObject[];
	csv: string[];
}

export const KINDS: Kind[] = [
	{
		listType: 'emailAddress',
		name: 'email-address',
		path: 'email-addresses',
		rows: [
			{ Email: 'ann@example.com', 'Match Type': 'Email Address', Owner: 'Bo' },
			{ Email: ' spam.test ', 'Match Type': 'DOMAIN' },
			{ Email: '"quoted local"@example.net', 'Match Type': 'email_address' },
		],
		csv: [
			'value,match_type',
			'ann@example.com,email_address',
			'spam.test,domain',
			'"""quoted local""@example.net",email_address',
		],
	},
	{
		listType: 'geolocation',
		name: 'geolocation',
		path: 'geolocations',
		rows: [
			{ lat: 40.7128, lng: -74.006, radius: 200 },
			{ lat: '-90', lng: '+180', radius: '0.5' },
			{ lat: 1e-7, lng: 0, radius: 1 },
		],
		csv: [
			'latitude,longitude,radius_meters',
			'40.7128,-74.006,200',
			'-90,180,0.5',
			'0.0000001,0,1',
		],
	},
	{
		listType: 'governmentIdNumber',
		name: 'government-id-number',
		path: 'government-id-numbers',
		rows: [
			{ 'Passport Number': 'C01X00T47', 'ID Type': 'pp' },
			{ 'Passport Number': '007', 'ID Type': 'dl' },
			{ 'Passport Number': 12345678, 'ID Type': 'another' },
		],
		csv: ['id_number,id_class', 'C01X00T47,pp', '007,dl', '12345678,another'],
	},
	{
		listType: 'ipAddress',
		name: 'ip-address',
		path: 'ip-addresses',
		rows: [{ IP: '192.0.2.1' }, { IP: '2001:db8::1' }, { IP: ' ::ffff:192.0.2.1 ' }],
		csv: ['value', '192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1'],
	},
	{
		listType: 'name',
		name: 'name',
		path: 'names',
		rows: [
			{ FirstName: 'Zoë', Surname: "O'Neil, Jr." },
			{ FirstName: 'Prince', Surname: '' },
			{ FirstName: null, Surname: '山田' },
		],
		csv: ['name_first,name_last', 'Zoë,"O\'Neil, Jr."', 'Prince,', ',山田'],
	},
	{
		listType: 'phoneNumber',
		name: 'phone-number',
		path: 'phone-numbers',
		rows: [{ Mobile: '+14155550100' }, { Mobile: 4155550101 }, { Mobile: '(415) 555-0102' }],
		csv: ['value', '+14155550100', '4155550101', '(415) 555-0102'],
	},
];
