import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	accountFields,
	batchJobKind,
	furtherKeys,
	type AccountFields,
	type LookupField,
} from '../../pipeline/accountFields/columns';
import { ACCOUNT_IMPORT } from '../../pipeline/columns';
import { fieldSpecsOf } from '../../pipeline/accountFields/schema';
import type { JsonForm } from '../../pipeline/accountFields/values';
import { fetchAccountType } from '../../transport/accountTypes';
import { PersonaClient } from '../../transport/client';
import { safeForEditor } from '../../transport/editorText';
import { Hints } from '../common/hints';
import { ParameterReader, readChoice, throwConfigError } from '../common/parameters';
import { readRequestSettings } from '../common/requestOptions';
import { readPollOptions } from '../common/waitOptions';
import * as options from '../import/options';
import { readIdempotency } from '../import/repeatedRuns';
import { checkParameter, checkSameForAll } from '../import/sameForAll';
import type { ImportRun, ImportSettings } from '../import/settings';
import { readRuleContext } from '../import/valueOptions';
import { BATCH_JOB_MESSAGES } from './access';
import { accountTypeField, batchOptions, lookupField, OPTION, output } from './fields';

/** Source: `rows` of `POST /batch-jobs` in Persona's OpenAPI. */
const MOST_ROWS = 1000;

export type BatchOperation = 'update' | 'upsert';

/** One run of Create or Update, or of Update: what all of its steps need. */
export interface BatchRun extends ImportRun {
	fields: AccountFields;
	isPerRow: boolean;
	json: JsonForm;
	/** The attributes of each job, beside its rows. */
	job: Readonly<Record<string, string | boolean>>;
}

function readAccountTypeId(reader: ParameterReader, isRequired: boolean): string {
	const id = String(reader.parameter(accountTypeField(isRequired)) ?? '').trim();
	if (id === '' && !isRequired) return id;
	if (/^acttp_\w+$/.test(id)) return id;
	return throwConfigError(
		reader.context,
		"'Account Type ID' is not the ID of an account type",
		'It starts with acttp_. The Persona dashboard shows it with the account type.',
	);
}

function readRowsPerJob(reader: ParameterReader): number {
	const rows = reader.count(OPTION.rowsPerJob);
	if (rows <= MOST_ROWS) return rows;
	return throwConfigError(
		reader.context,
		`'Rows per Batch Job' is more than ${MOST_ROWS}`,
		'Persona takes no more rows in one batch job. More rows are sent as several.',
	);
}

function readSettings(context: IExecuteFunctions, reader: ParameterReader): ImportSettings {
	return {
		...readRequestSettings(context),
		source: 'items',
		output: 'importers',
		poll: readPollOptions(context),
		dryRun: options.readDryRun(reader),
		duplicates: reader.choice(options.duplicates),
		fileName: 'batch-job.json',
		fileNameChosen: false,
		...readIdempotency(reader, OPTION.repeatedRuns),
		rowsPerImport: readRowsPerJob(reader),
		unmatchedFields: reader.choice(options.unmatchedFields),
		// Here a placeholder could mean that a field is to be cleared, so there is no option for it.
		rules: { ...readRuleContext(reader, ACCOUNT_IMPORT), placeholders: 'rejectAlways' },
	};
}

/** The columns that were mapped by hand, by name. */
function mappedByHand(context: IExecuteFunctions): string[] {
	const mode = context.getNodeParameter('columns.mappingMode', 0, 'autoMapInputData');
	const raw = context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true });
	if (mode !== 'defineBelow') return [];
	const values = (raw ?? {}) as Record<string, unknown>;
	return Object.keys(values).filter(
		(name) => ![undefined, null, ''].includes(values[name] as never),
	);
}

/** The fields of the account type. Where the key may not read it, those that are documented, and a hint. */
async function fieldsFor(
	context: IExecuteFunctions,
	client: PersonaClient,
	hints: Hints,
	{ lookup, typeId, further }: { lookup: LookupField; typeId: string; further: string[] },
	headers: Record<string, string>,
): Promise<AccountFields> {
	const byHand = mappedByHand(context);
	const type =
		typeId === ''
			? undefined
			: await fetchAccountType(client, typeId, headers, ['Nothing was sent.']);
	if (typeId !== '' && type === undefined) {
		hints.notice('The API key may not read account types, so values are not checked by type');
		return accountFields(lookup, undefined, [...further, ...byHand]);
	}
	const fields = accountFields(lookup, type && fieldSpecsOf(type), further);
	const known = new Set(fields.columns.map(({ name }) => name));
	const unknown = byHand.filter((name) => !known.has(name));
	if (unknown.length === 0) return fields;
	return throwConfigError(
		context,
		"A column under 'Values to Send' is no field that can be sent",
		`It is ${safeForEditor(unknown.join(', '))}: archived in Persona, of another account type, or not available with these settings. Remove it, or name it in 'Further Fields'. If the editor does not show it, set 'Mapping Column Mode' to Map Automatically and back.`,
	);
}

/**
 * Reads all settings of a run, and finds out which fields the accounts have.
 *
 * @throws NodeOperationError naming what cannot be used; NodeApiError for an account type that cannot be looked up; the cancel
 * signal's reason
 */
export async function openBatchRun(
	context: IExecuteFunctions,
	operation: BatchOperation,
): Promise<BatchRun> {
	await checkSameForAll(context, batchOptions.options as INodeProperties[]);
	await checkParameter(context, accountTypeField(true));
	const reader = new ParameterReader(context);
	const isUpsert = operation === 'upsert';
	const lookup = isUpsert
		? 'reference_id'
		: readChoice<LookupField>(context, reader.parameter(lookupField), lookupField);
	const typeId = readAccountTypeId(reader, isUpsert);
	const further = furtherKeys(reader.text(OPTION.furtherFields));
	const settings = readSettings(context, reader);
	const isPerRow = readChoice(context, reader.parameter(output), output) === 'rows';
	const emptyValues = reader.choice<JsonForm['emptyValues']>(OPTION.emptyValues);
	const emitEvents = reader.isOn(OPTION.emitEvents);
	const client = await PersonaClient.open(context);
	const hints = new Hints();
	if (context.getNode().executeOnce === true) hints.executeOnce();
	const wanted = { lookup, typeId, further };
	const fields = await fieldsFor(context, client, hints, wanted, settings.headers);
	const kind = batchJobKind(fields, lookup);
	const sendLess = "set 'Rows per Batch Job' to a smaller number";
	const target = { formFields: {}, statusMessages: BATCH_JOB_MESSAGES, sendLess };
	return {
		...{ context, client, kind, target, settings, hints, signal: client.signal, fields, isPerRow },
		json: { emptyValues, tagSeparator: settings.rules.tagSeparator },
		job: {
			operation,
			object: 'account',
			'lookup-field': lookup,
			'emit-events': emitEvents,
			...(typeId === '' ? {} : { 'account-type-id': typeId }),
		},
	};
}
