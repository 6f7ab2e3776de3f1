import type { IDataObject } from 'n8n-workflow';

import type { ListType } from '../../../../../nodes/Persona/pipeline/columns';
import { refusedRows, taken } from '../builders';
import type { BadInputCase } from '../types';

/** A good entry of each list. */
export const GOOD = {
	emailAddress: { value: 'zqx-spam@example.com', match_type: 'email_address' },
	geolocation: { latitude: 51.4769, longitude: -74.006, radius_meters: 200 },
	governmentIdNumber: { id_number: 'ZQX00T47', id_class: 'pp' },
	ipAddress: { value: '192.0.2.1' },
	name: { name_first: 'Zqxfirst', name_last: 'Zqxlast' },
	phoneNumber: { value: '+14155550100' },
} satisfies Record<ListType, IDataObject>;

/** Short tables for one list: what stands against a value, or as what it is sent. */
export function list(listType: ListType) {
	const rows = (values: IDataObject) => [GOOD[listType], { ...GOOD[listType], ...values }];
	return {
		no: (name: string, values: unknown, says: string | string[]): BadInputCase =>
			refusedRows(name, { listType, rows: rows(values as IDataObject) }, { 1: says }),
		yes: (name: string, values: unknown, cells: Record<string, string>, hints: string[] = []) =>
			taken(name, { listType, rows: rows(values as IDataObject) }, { accepted: 2, cells, hints }),
	};
}

export const says = (column: string, rule: string) => `column '${column}': ${rule}`;
export const MISSING = 'has no value, and Persona needs one here';
export const NO_TEXT = 'holds an object or a list where text belongs';
export const INVISIBLE =
	'holds an invisible character, such as a zero-width space; remove it in the source';
