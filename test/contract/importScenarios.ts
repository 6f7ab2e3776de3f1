import type { Sandbox } from '../../sandbox';
import { commonErrors, type Scenario } from './scenario';

const LIST_IMPORTS: [path: string, name: string, csv: string][] = [
	['email-addresses', 'email-address', 'value,match_type\na@b.example,email_address\n'],
	['geolocations', 'geolocation', 'latitude,longitude,radius_meters\n1,2,3\n'],
	['government-id-numbers', 'government-id-number', 'id_number,id_class\n1,pp\n'],
	['ip-addresses', 'ip-address', 'value\n192.0.2.1\n'],
	['names', 'name', 'name_first,name_last\nAda,Lovelace\n'],
	['phone-numbers', 'phone-number', 'value\n+1234567890\n'],
];

function form(csv: string, listId?: string): FormData {
	const data = new FormData();
	data.append('data[attributes][file]', new Blob([csv], { type: 'text/csv' }), 'rows.csv');
	if (listId !== undefined) data.append('data[attributes][list-id]', listId);
	return data;
}

function json(csv: string, listId?: string): string {
	const file = { data: Buffer.from(csv).toString('base64'), filename: 'rows.csv' };
	const list = listId === undefined ? {} : { 'list-id': listId };
	const content = JSON.stringify({ data: { attributes: { file, ...list } } });
	return content;
}

/** The answers of one importer: both bodies, and what can be wrong with a file. */
function importScenarios(
	path: string,
	csv: string,
	listOf: (sandbox: Sandbox) => string | undefined,
): Scenario[] {
	const common = { method: 'post', path } as const;
	const good = (sandbox: Sandbox) => ({ path, body: form(csv, listOf(sandbox)) });
	return [
		{ ...common, name: 'a form', status: 201, prepare: good },
		{
			...common,
			name: 'base64-JSON',
			status: 201,
			prepare: (sandbox) => ({ path, body: json(csv, listOf(sandbox)) }),
		},
		{
			...common,
			name: 'a fieldset',
			status: 201,
			prepare: (sandbox) => ({ ...good(sandbox), path: `${path}?fields[importer]=status` }),
		},
		{
			...common,
			name: 'an unknown column',
			status: 422,
			prepare: (sandbox) => ({ path, body: form('unknown\n1\n', listOf(sandbox)) }),
		},
		{ ...common, name: 'no file', status: 400, prepare: () => ({ path, body: '{"data":{}}' }) },
		...commonErrors('post', path, good),
	];
}

function listImportScenarios([kind, name, csv]: (typeof LIST_IMPORTS)[number]): Scenario[] {
	const path = `/importer/list-item/${kind}`;
	const common = { method: 'post', path } as const;
	return [
		...importScenarios(path, csv, (sandbox) => sandbox.addList({ type: `list/${name}` }).id),
		{
			...common,
			name: 'a list of another type',
			status: 422,
			prepare: (sandbox) => ({
				path,
				body: form(csv, sandbox.addList({ type: 'list/country' }).id),
			}),
		},
		{
			...common,
			name: 'an unknown list',
			status: 404,
			general: 'not-found',
			prepare: () => ({ path, body: form(csv, 'lst_unknown') }),
		},
	];
}

/** What the seven importers answer. */
export const IMPORT_SCENARIOS: Scenario[] = [
	...importScenarios('/importer/accounts', 'reference_id\na\n', () => undefined),
	...LIST_IMPORTS.flatMap(listImportScenarios),
];
