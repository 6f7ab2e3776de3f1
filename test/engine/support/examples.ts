import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';

import { runWorkflow, type WorkflowFile } from './engine';
import { PersonaStandIn } from './personaStandIn';

export const EXAMPLES = join(__dirname, '../../../examples');

/** The file names of all examples. */
export const EXAMPLE_NAMES = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));

export const readExample = (name: string) =>
	JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8')) as WorkflowFile;

export const readData = (name: string) =>
	parse(readFileSync(join(EXAMPLES, 'data', name)), { columns: true }) as Record<string, string>[];

export class Examples extends PersonaStandIn {
	/** Runs an example, and returns what a node put out. */
	async run(file: WorkflowFile, { apiKey, url: baseUrl } = this.sandbox) {
		const { data } = await runWorkflow(file, { apiKey, baseUrl });
		expect(data.resultData.error).toBeUndefined();
		return (node: string) =>
			(data.resultData.runData[node] ?? [])
				.flatMap((task) => task.data?.main?.[0] ?? [])
				.map(({ json }) => json);
	}

	/** Runs an example with rows in place of what it reads or receives. */
	async runWith(
		name: string,
		reader: string,
		rows: IDataObject[],
		setUp: (file: WorkflowFile) => void = () => undefined,
	) {
		const file = readExample(name);
		setUp(file);
		return await this.run({ ...file, pinData: { [reader]: rows.map((json) => ({ json })) } });
	}
}
