import { NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';

import { countsOf, hasFailed } from '../../pipeline/importer';
import type { Fetched } from '../../transport/client';
import type { PollResult } from '../../transport/poll';
import type { Hints } from './hints';
import type { RequestSettings } from './requestOptions';

/** What has to be in every look at an object that is followed, whatever else the user wants to see of it, by its type. */
const NEEDED = {
	importer: ['status', 'successful-count', 'duplicate-count', 'error-count'],
	'batch-job': ['status', 'run-data'],
};

function folded(attribute: string): string {
	return attribute.toLowerCase().replace(/[-_]/g, '');
}

/** The settings with which an object can be followed: a choice of attributes always includes status and counters. */
export function followSettings(
	settings: RequestSettings,
	type: keyof typeof NEEDED = 'importer',
): RequestSettings {
	const query = { ...settings.query };
	for (const [name, attributes] of Object.entries(query)) {
		if (!name.startsWith(`fields[${type}`)) continue;
		const chosen = attributes.split(',').filter((attribute) => attribute !== '');
		const known = new Set(chosen.map(folded));
		query[name] = [...chosen, ...NEEDED[type].filter((needed) => !known.has(folded(needed)))].join(
			',',
		);
	}
	return { ...settings, query };
}

/** How one importer is fetched. */
export function importerRequest(id: string, { headers, query }: RequestSettings): Fetched {
	return { path: `/importers/${encodeURIComponent(id)}`, headers, query };
}

/** Whether an import has ended without a result. */
export function endedBadly(watched: PollResult): boolean {
	return watched.state === 'lost' || hasFailed(watched.body.data);
}

/** Says what the user should know about imports that have a result: rows that were not taken, and those still running. */
export function hintAt(hints: Hints, results: Iterable<PollResult>, timeout: number): void {
	const partly: IDataObject[] = [];
	const running: string[] = [];
	for (const result of results) {
		if (endedBadly(result) || result.state === 'lost') continue;
		const { data } = result.body;
		if (result.state === 'running') running.push(String(data.id));
		else if (countsOf(data).error > 0) partly.push(data);
	}
	hints.notTaken(
		partly.map(countsOf),
		partly.map(({ id }) => String(id)),
	);
	hints.stillRunning(running, timeout / 1000);
}

/**
 * The error for an import that Persona could not process.
 *
 * @param itemIndex the first input item that it is about; undefined when it is about all of them
 */
export function failedImportError(
	node: INode,
	id: string,
	itemIndex: number | undefined,
): NodeOperationError {
	return new NodeOperationError(node, `Persona could not process the import ${id}`, {
		itemIndex,
		description:
			"Persona says no more than that. Check in its dashboard whether any rows arrived, fix the rows, and import them again. For 24 hours the same rows with the same options lead to this import again: to send them unchanged, set 'Repeated Runs' to Once per Execution in the node that imports them.",
	});
}
