import type { IDataObject } from 'n8n-workflow';

import { refusedRun, taken } from '../builders';
import type { BadInput, BadInputCase, Expected, Topic } from '../types';

type Parameters = NonNullable<BadInput['parameters']>;

const NO_ID = "'Account ID' holds no ID";
const GIVE_ID =
	'Give it an expression such as {{ $json.accountId }} that leads to the ID in this item.';
const NO_REFERENCE = "'Reference ID' is empty, or accounts can't be looked up by it";
const USE_ID =
	'A reference ID with a comma, or with very many characters, can only be found in the Persona dashboard. Use the account ID instead.';
const NO_JOB = "'Batch Job ID' holds no ID";
const GIVE_JOB =
	'Give an ID, or an expression such as {{ $json.id }} that leads to the ID in this item.';
const NO_ACCOUNT = 'Persona has no account with this ID (HTTP 404)';
const CHECK_ACCOUNT =
	/^Check 'Account ID'\. A sandbox key cannot see the accounts of production|Check 'Account ID'/;
const UNKNOWN_JOB = 'Persona has no batch job with this ID (HTTP 404)';
const CHECK_JOB = /Check 'Batch Job ID'\. A sandbox key cannot see the batch jobs of production/;

/** One item, and an operation that cannot work with it. */
function no(
	name: string,
	json: unknown,
	parameters: IDataObject,
	message: string,
	help: string | RegExp,
): BadInputCase {
	const input = { rows: [json as IDataObject], parameters: parameters as Parameters };
	const { expected, ...whole } = refusedRun(name, input, message, help);
	const stop = { message: `Item 0: ${message}`, description: help };
	return { ...whole, expected: { ...expected, stop } };
}

const get = { resource: 'account', operation: 'get' };
const getMany = { resource: 'account', operation: 'getAll' };
const redact = { resource: 'account', operation: 'redact' };
const redactReference = { ...redact, identifyBy: 'referenceId' };
const job = (operation: string) => ({ resource: 'batchJob', operation });

/** What stands in a field where an ID belongs. */
const NO_IDS: readonly (readonly [string, unknown])[] = [
	['nothing', ''],
	['no field', undefined],
	['null', null],
	['spaces', ' \t '],
	['dots', '..'],
	['half an emoji', 'act_\ud83d'],
];

const noIds = (field: string, parameters: IDataObject, message: string, help: string) =>
	NO_IDS.map(([about, value]) =>
		no(
			`${String(parameters.resource)} ${String(parameters.operation)}: ${about} where the ID belongs`,
			{ [field]: value, zqx: 'zqx-row' },
			parameters,
			message,
			help,
		),
	);

const noReference = (parameters: IDataObject) =>
	[
		['nothing', ''],
		['no field', undefined],
		['spaces', '   '],
		['a comma, which divides IDs in an address', 'zqx-1,zqx-2'],
		['6,500 characters', 'zqx-reference'.repeat(500)],
		['half an emoji', 'zqx\ud83d'],
	].map(([about, value]) =>
		no(
			`${String(parameters.operation)} by reference ID: ${about}`,
			{ reference_id: value, zqx: 'zqx-row' },
			parameters,
			NO_REFERENCE,
			USE_ID,
		),
	);

function found(
	name: string,
	parameters: IDataObject,
	row: (id: string) => unknown,
	expected: Partial<Expected> = {},
): BadInputCase {
	const input: BadInput = {
		rows: [{ zqx: name }],
		parameters: parameters as Parameters,
		prepare: (sandbox) => {
			const { id } = sandbox.addAccount({ referenceId: 'C-1', nameFirst: 'Zqxfirst' });
			return row(id) as IDataObject;
		},
	};
	return taken(name, input, { accepted: 1, held: [0, 0], ...expected });
}

export const ACCOUNT_LOOKUPS: Topic = {
	name: 'Account: Get, Get Many and Redact',
	cases: [
		...noIds('accountId', get, NO_ID, GIVE_ID),
		...noIds('accountId', redact, NO_ID, GIVE_ID),
		...noReference(getMany),
		...noReference(redactReference),
		...['act_zqxnone', 'zqx@zqx.example', 'mprt_zqx/../../zqx', 'act_zqx?fields=all'].map(
			(accountId) =>
				no(
					`get: an account that is not there: ${accountId}`,
					{ accountId },
					get,
					NO_ACCOUNT,
					CHECK_ACCOUNT,
				),
		),
		found('get: spaces around the ID', get, (id) => ({ accountId: ` ${id} ` })),
		found('get many: another case', getMany, () => ({ referenceId: 'c-1' })),
		found('redact: only a look, by ID', redact, (id) => ({ accountId: `${id}\n` })),
		found('redact: only a look, at nobody', redactReference, () => ({ referenceId: 'zqx-nobody' })),
	],
};

export const BATCH_JOBS: Topic = {
	name: 'Batch Job: Get, Get Errors and Wait',
	cases: [
		...['get', 'getErrors', 'wait'].flatMap((operation) => [
			...noIds('id', job(operation), NO_JOB, GIVE_JOB),
			...['mprtpr_zqxnone', 'act_zqx', 'mprtpr_zqx/../zqx'].map((id) =>
				no(
					`${operation}: a job that is not there: ${id}`,
					{ id },
					job(operation),
					UNKNOWN_JOB,
					CHECK_JOB,
				),
			),
		]),
		no(
			'getErrors: no limit',
			{ id: 'mprtpr_zqx' },
			{ ...job('getErrors'), returnAll: false, limit: 0 },
			"'Limit' is not a whole number from 1",
			"Give it a number such as 50, or turn on 'Return All'.",
		),
	],
};
