import type { IDataObject } from 'n8n-workflow';

import { refusedRun, taken } from '../builders';
import type { BadInput, BadInputCase, Expected, Topic } from '../types';

const ROWS = [{ from: 'zqx-here' }];
const NO_ID = "'Importer' holds no ID";
const CHOOSE =
	"Choose an importer from the list, or give an expression such as {{ $json.id }} that leads to the ID in this item. After an import with 'On Error' set to Continue, take only items that have an ID.";
const UNKNOWN = 'Persona has no importer with this ID (HTTP 404)';
const CHECK =
	/^Persona says: .* Check 'Importer'\. A sandbox key does not see the importers of production, nor the other way round\. Request ID/;
const LIMIT = "'Limit' is not a whole number from 1";
const OR_ALL = "Give it a number such as 50, or turn on 'Return All'.";

/** An operation on importers; its message names the item under both settings. */
function importer(
	name: string,
	operation: string,
	parameters: unknown,
	message: string,
	description: string | RegExp,
	at = 'Item 0: ',
): BadInputCase {
	const input = {
		rows: ROWS,
		parameters: { resource: 'importer', operation, ...(parameters as IDataObject) },
	};
	const { expected, ...whole } = refusedRun(name, input, message, description);
	const stop = { message: `${at}${message}`, description };
	return { ...whole, expected: { ...expected, stop } };
}

const byId = (value: unknown) => ({ importerId: { __rl: true, mode: 'id', value } });
const noId = (name: string, value: unknown, operation = 'get') =>
	importer(name, operation, byId(value), NO_ID, CHOOSE);
const unknown = (name: string, value: string) => importer(name, 'get', byId(value), UNKNOWN, CHECK);
const limit = (name: string, value: unknown) =>
	importer(name, 'getAll', { returnAll: false, limit: value }, LIMIT, OR_ALL);

function found(name: string, parameters: unknown, expected: Partial<Expected>): BadInputCase {
	const input: BadInput = {
		rows: ROWS,
		prepare: (sandbox) => ({ ...byId(` ${sandbox.addImporter().id}\n`) }),
		parameters: { resource: 'importer', ...(parameters as IDataObject) },
	};
	return taken(name, input, { held: [0, 0], ...expected });
}

export const IMPORTERS: Topic = {
	name: 'IDs of importers, and limits',
	cases: [
		noId('no ID', "={{ '' }}"),
		noId('blanks', '  '),
		noId('an expression that leads nowhere', '={{ $json.id }}'),
		noId('an expression that leads nowhere, waiting', '={{ $json.id }}', 'wait'),
		noId('an expression that gives an object', '={{ $json }}'),
		noId('an expression that gives a number', '={{ 42 }}'),
		noId('dots, which lead to another address', '..'),
		noId('half an emoji', 'mprt_\ud83d'),
		unknown('an ID that does not exist', 'mprt_zqx'),
		unknown('the ID of something else', 'acct_zqx'),
		unknown('an ID with a path in it', 'mprt_zqx/../../accounts'),
		unknown('an ID with a question mark', 'mprt_zqx?fields=all'),
		unknown('an address in place of the ID', 'https://withpersona.com/dashboard/mprt_zqx'),
		importer(
			'an ID of 2,000 characters',
			'get',
			byId(`mprt_${'z'.repeat(2_000)}`),
			'Persona did not accept the request (HTTP 414)',
			'Check the IDs and the options of this node, and what Persona says about them.',
			'',
		),
		importer('an ID that does not exist, waiting', 'wait', byId('mprt_zqx'), UNKNOWN, CHECK),
		limit('a limit of none', 0),
		limit('a limit below none', -1),
		limit('half a limit', 1.5),
		limit('words as the limit', 'fifty'),
		limit('true as the limit, which is not 1', true),
		importer(
			'text in place of Return All',
			'getAll',
			{ returnAll: 'true' },
			"'Return All' is neither on nor off",
			'An expression there has to give true or false, not text or nothing. Nothing was sent.',
		),
		found('blanks and a line end around the ID', { operation: 'get' }, { accepted: 1 }),
		found('the same ID with blanks, waiting', { operation: 'wait' }, { accepted: 1 }),
	],
};
