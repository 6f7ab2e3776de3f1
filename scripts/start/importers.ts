import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { Execution } from '../n8n/run';
import { StopReason } from '../shared/stop-reason';
import type { Persona } from './persona';

const TIME_LIMIT = 240_000;
const LOOK_AGAIN = 1_000;

/** An Importer as Persona returns it with keys in kebab case. */
export interface Importer {
	id: string;
	attributes: {
		status: string;
		'successful-count': number | null;
		'duplicate-count': number | null;
		'error-count': number | null;
	};
}

/** The IDs of the importers that a workflow's Persona nodes returned. */
export function importerIdsOf(execution: Execution): string[] {
	const runs = Object.values(execution.data.resultData.runData).flat();
	const outputs = runs.flatMap((run) => run.data?.main ?? []);
	const items = outputs.flatMap((output) => output ?? []);
	return items
		.map(({ json }) => json)
		.filter(isImporter)
		.map(({ id }) => id);
}

function isImporter(json: IDataObject): json is IDataObject & { id: string } {
	return String(json.type).startsWith('importer') && typeof json.id === 'string';
}

/** Waits until Persona has worked an importer off, whether it went well or not. */
export async function waitForImporter(persona: Persona, id: string): Promise<Importer> {
	const deadline = Date.now() + TIME_LIMIT;
	for (;;) {
		const importer = await readImporter(persona, id);
		if (importer && importer.attributes.status !== 'pending') return importer;
		if (Date.now() > deadline) {
			throw new StopReason(`The importer ${id} is still pending after ${TIME_LIMIT / 1000} s`);
		}
		await sleep(LOOK_AGAIN);
	}
}

/** The importer, or nothing while Persona asks for patience. */
async function readImporter(
	{ apiKey, baseUrl }: Persona,
	id: string,
): Promise<Importer | undefined> {
	const response = await fetch(`${baseUrl}/importers/${id}`, {
		headers: { authorization: `Bearer ${apiKey}`, 'key-inflection': 'kebab' },
		redirect: 'error',
		signal: AbortSignal.timeout(30_000),
	}).catch((error: Error) => {
		const reason = error.cause instanceof Error ? error.cause.message : error.message;
		throw new StopReason(`The importer ${id} cannot be looked up at ${baseUrl}: ${reason}`);
	});
	if (response.ok) return ((await response.json()) as { data: Importer }).data;
	await response.arrayBuffer();
	if (response.status === 429 || response.status >= 500) return undefined;
	throw new StopReason(`Persona answered ${response.status} when asked for the importer ${id}`);
}
