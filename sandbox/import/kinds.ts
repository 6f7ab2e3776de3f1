import {
	isBirthdate,
	isDecimal,
	isEmailMatch,
	isIpAddress,
	isPhoneNumber,
	isSocialSecurityNumber,
	type Row,
} from './rules';

/** A file and where it goes, whichever of the two documented bodies it came in. */
export interface Upload {
	file: Buffer;
	fileName: string | null;
	/** `null` for accounts. */
	listId: string | null;
}

/** One of the seven importers: its columns are those of the OpenAPI descriptions. */
export interface ImportKind {
	/** Below the base URL. */
	path: string;
	/** The `type` of its importers. */
	type: string;
	/** The `type` of the list that it fills; `null` for accounts. */
	listType: string | null;
	columns: readonly string[];
	/** Columns without which no row could be right. */
	requiredColumns: readonly string[];
	/** Whether a row that has a value at all follows the rules. */
	isValid: (row: Row) => boolean;
}

function listItemKind(
	path: string,
	name: string,
	rules: Pick<ImportKind, 'columns' | 'requiredColumns' | 'isValid'>,
): ImportKind {
	return {
		path: `/importer/list-item/${path}`,
		type: `importer/list-item/${name}`,
		listType: `list/${name}`,
		...rules,
	};
}

/** A list whose rows need every column. */
function completeRows(columns: readonly string[], isValid: (row: Row) => boolean) {
	return { columns, requiredColumns: columns, isValid };
}

const accounts: ImportKind = {
	path: '/importer/accounts',
	type: 'importer/account',
	listType: null,
	columns: [
		'reference_id',
		'name_first',
		'name_middle',
		'name_last',
		'birthdate',
		'social_security_number',
		'tags',
	],
	requiredColumns: [],
	isValid: ({ birthdate = '', social_security_number: number = '' }) =>
		(birthdate === '' || isBirthdate(birthdate)) &&
		(number === '' || isSocialSecurityNumber(number)),
};

export const IMPORT_KINDS: readonly ImportKind[] = [
	accounts,
	listItemKind(
		'email-addresses',
		'email-address',
		completeRows(['value', 'match_type'], ({ value = '', match_type: matchType = '' }) =>
			isEmailMatch(value, matchType),
		),
	),
	listItemKind(
		'geolocations',
		'geolocation',
		completeRows(
			['latitude', 'longitude', 'radius_meters'],
			({ latitude = '', longitude = '', radius_meters: radius = '' }) =>
				isDecimal(latitude, -90, 90) &&
				isDecimal(longitude, -180, 180) &&
				isDecimal(radius, Number.MIN_VALUE, Number.MAX_VALUE),
		),
	),
	listItemKind(
		'government-id-numbers',
		'government-id-number',
		completeRows(['id_number', 'id_class'], (row) => row.id_number !== '' && row.id_class !== ''),
	),
	listItemKind(
		'ip-addresses',
		'ip-address',
		completeRows(['value'], ({ value = '' }) => isIpAddress(value)),
	),
	listItemKind('names', 'name', {
		columns: ['name_first', 'name_last'],
		requiredColumns: [],
		isValid: () => true,
	}),
	listItemKind(
		'phone-numbers',
		'phone-number',
		completeRows(['value'], ({ value = '' }) => isPhoneNumber(value)),
	),
];
