import { parse } from 'csv-parse/sync';
import type { IDataObject, INodeExecutionData, IRun, Workflow } from 'n8n-workflow';

import { LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';
import type { Sandbox } from '../../../../sandbox';
import {
	aboutRows,
	hintsOf,
	importWorkflow,
	outputOf,
	reasonIn,
	startWorkflow,
	workflowOf,
} from '../engine';
import { fileItem } from '../files';
import { itemCount, type BadInput, type Places } from './types';

export type OnError = 'stopWorkflow' | 'continueRegularOutput';

/** No value of a row, and not the key of any other test. */
export const KEY = 'persona_sandbox_zqxkey';

/** A case that was run. */
export interface Ran {
	run: IRun;
	/** Afterwards: its static data is what a node may leave behind. */
	workflow: Workflow;
}

async function itemsOf({ rows, items, files = [] }: BadInput): Promise<INodeExecutionData[]> {
	if (items !== undefined) return items;
	if (rows !== undefined) return rows.map((json) => ({ json }));
	return await Promise.all(
		files.map(async ({ content, ...options }) => await fileItem(content, options)),
	);
}

function listParameters(sandbox: Sandbox, { listType }: BadInput): IDataObject {
	if (listType === undefined) return {};
	const { id } = sandbox.addList({ type: LIST_ITEM_IMPORTS[listType].listType as never });
	return { resource: 'listItem', listType, listId: { __rl: true, mode: 'id', value: id } };
}

/** Runs a case through n8n's engine and the real node, against a sandbox that holds nothing else. */
export async function runCase(sandbox: Sandbox, input: BadInput, onError: OnError): Promise<Ran> {
	sandbox.reset();
	const prepared = input.prepare?.(sandbox) ?? {};
	for (const fault of input.faults ?? []) sandbox.faults.add(fault);
	const source = input.files === undefined ? {} : { source: 'file' };
	const lists = listParameters(sandbox, input);
	const file = importWorkflow([], {
		parameters: { ...source, ...lists, ...input.parameters, ...prepared },
		settings: { onError, ...input.settings },
	});
	file.pinData = { CRM: (await itemsOf(input)) as never };
	const access = { apiKey: KEY, baseUrl: sandbox.url, ...input.access };
	const workflow = workflowOf(file);
	const run = await startWorkflow(file, access, undefined, workflow);
	sandbox.faults.clear();
	await sandbox.settle();
	return { run, workflow };
}

function sumIn(hints: readonly string[], pattern: RegExp): number {
	return hints.reduce((sum, hint) => sum + Number(pattern.exec(hint)?.[1] ?? 0), 0);
}

/** Where the input ended, by what the user sees. */
export function placesIn(run: IRun): Places {
	const items = aboutRows(outputOf(run));
	const rejected = items.filter((item) => reasonIn(item) !== undefined).length;
	const accepted = items
		.filter((item) => reasonIn(item) === undefined)
		.map(({ json: { meta } }) => meta as IDataObject | undefined)
		.reduce((sum, meta) => sum + (meta !== undefined && 'part' in meta ? Number(meta.rows) : 1), 0);
	const hints = hintsOf(run);
	return {
		accepted,
		rejected,
		blank: sumIn(hints, /^(\d+) blank rows? w/),
		merged: sumIn(hints, /^(\d+) rows? with a repeated reference ID/),
	};
}

/** The rows that Persona got, of all imports and batch jobs; where files were sent, the files. */
export function heldBy(sandbox: Sandbox, { files }: BadInput): Record<string, unknown>[] {
	const sentAsJson = sandbox.requests.some(
		({ method, path, status }) => method === 'POST' && path === '/batch-jobs' && status === 202,
	);
	if (sentAsJson) return sandbox.batchJobs().flatMap(({ rows }) => rows);
	const uploads = sandbox.requests.some(({ parts }) => parts.length > 0) ? sandbox.importers() : [];
	if (files !== undefined) return uploads.map(({ id }) => ({ id }));
	const rowsOf = (id: string) =>
		parse(sandbox.csvOf(id), { columns: true }) as unknown as Record<string, string>[];
	return uploads.flatMap(({ id }) => rowsOf(id));
}

/** Items of a case that the node looks at. */
export function itemsInPlay(input: BadInput): number {
	return input.settings?.executeOnce === true ? 1 : itemCount(input);
}
