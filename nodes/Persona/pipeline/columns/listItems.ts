import type { Column, ImportKind } from '../types';
import {
	EMAIL_ADDRESS_COLUMNS,
	GEOLOCATION_COLUMNS,
	GOVERNMENT_ID_NUMBER_COLUMNS,
	IP_ADDRESS_COLUMNS,
	PHONE_NUMBER_COLUMNS,
} from './listItemColumns';
import { NAME_FIRST, NAME_LAST } from './names';

/**
 * One of the importers that fill a list: a CSV in which each row is a new item of the list.
 *
 * @param path last segment of the endpoint
 * @param name how Persona's resource types call it: `list/name`, `importer/list-item/name`
 */
function listItemImport(
	path: string,
	name: string,
	plural: string,
	columns: readonly Column[],
	exampleNames: readonly string[],
): ImportKind {
	return {
		path: `/importer/list-item/${path}`,
		listType: `list/${name}`,
		plural,
		fileName: 'list-items.csv',
		columns,
		exampleNames,
		dashboardPage: 'Lists',
	};
}

/**
 * The six list importers, by the value of the node's parameter `listType`.
 *
 * Source of paths, types and columns: Persona's OpenAPI, the same in every version. In a list of names, a row with a first or
 * a last name alone is whole: people with one name exist, and a row with neither is blank.
 */
export const LIST_ITEM_IMPORTS = {
	emailAddress: listItemImport(
		'email-addresses',
		'email-address',
		'email addresses',
		EMAIL_ADDRESS_COLUMNS,
		['Email', 'Domain', 'Type'],
	),
	geolocation: listItemImport('geolocations', 'geolocation', 'geolocations', GEOLOCATION_COLUMNS, [
		'Lat',
		'Lng',
		'Radius',
	]),
	governmentIdNumber: listItemImport(
		'government-id-numbers',
		'government-id-number',
		'government ID numbers',
		GOVERNMENT_ID_NUMBER_COLUMNS,
		['Passport Number', 'Document Type'],
	),
	ipAddress: listItemImport('ip-addresses', 'ip-address', 'IP addresses', IP_ADDRESS_COLUMNS, [
		'IP',
		'Client IP',
	]),
	name: listItemImport(
		'names',
		'name',
		'names',
		[NAME_FIRST, NAME_LAST],
		['First Name', 'Surname'],
	),
	phoneNumber: listItemImport(
		'phone-numbers',
		'phone-number',
		'phone numbers',
		PHONE_NUMBER_COLUMNS,
		['Phone', 'Mobile'],
	),
} as const satisfies Record<string, ImportKind>;

export type ListType = keyof typeof LIST_ITEM_IMPORTS;
