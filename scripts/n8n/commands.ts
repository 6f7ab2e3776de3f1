import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IRun } from 'n8n-workflow';
import { freePort } from '../shared/ports';
import { startProcess } from '../shared/processes';
import { environmentOf, type InstanceOptions } from './environment';
import type { N8n } from './install';
import type { Credential, Workflow } from './types';

/** Stores credentials in an n8n that is not running; their IDs are kept. */
export async function importCredentials(
	n8n: N8n,
	options: InstanceOptions,
	credentials: Credential[],
): Promise<void> {
	await importFile(n8n, options, 'import:credentials', credentials);
}

/** Stores workflows in an n8n that is not running; their IDs are kept. */
export async function importWorkflows(
	n8n: N8n,
	options: InstanceOptions,
	workflows: Workflow[],
): Promise<void> {
	await importFile(n8n, options, 'import:workflow', workflows);
}

/** Makes a stored workflow's trigger live at the next start of n8n. */
export async function publishWorkflow(
	n8n: N8n,
	options: InstanceOptions,
	id: string,
): Promise<void> {
	await run(n8n, options, ['publish:workflow', `--id=${id}`]);
}

/** Runs a stored workflow in a process of its own and returns its whole run data. */
export async function execute(n8n: N8n, options: InstanceOptions, id: string): Promise<IRun> {
	const printed = await run(n8n, options, ['execute', `--id=${id}`, '--rawOutput']);
	// n8n may print notices before and after the run data, which is one indented object.
	const [data] = /^\{$.*^\}$/ms.exec(printed) ?? [];
	if (!data) throw new Error(`n8n printed no run data (its output: ${logOf(options)})`);
	return JSON.parse(data) as IRun;
}

async function importFile(n8n: N8n, options: InstanceOptions, command: string, content: unknown) {
	mkdirSync(options.folder, { recursive: true });
	const input = join(options.folder, 'import.json');
	try {
		writeFileSync(input, JSON.stringify(content), { mode: 0o600 });
		const printed = await run(n8n, options, [command, `--input=${input}`]);
		// n8n ends with status 0 whether or not it imported anything.
		if (!printed.includes('Successfully imported')) {
			throw new Error(`n8n ${command} imported nothing (its output: ${logOf(options)})`);
		}
	} finally {
		rmSync(input, { force: true });
	}
}

async function run(n8n: N8n, options: InstanceOptions, args: string[]): Promise<string> {
	const log = logOf(options);
	const output = join(options.folder, 'output.json');
	rmSync(output, { force: true });
	const { exited } = startProcess({
		command: n8n.node.executable,
		args: [n8n.command, ...args],
		log,
		output,
		cwd: options.folder,
		env: {
			...environmentOf(n8n, options),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		},
	});
	const status = await exited;
	const printed = readFileSync(output, 'utf8');
	rmSync(output);
	if (status === 0) return printed;
	throw new Error(`n8n ${args.join(' ')} ended with status ${status} (its output: ${log})`);
}

function logOf({ folder }: InstanceOptions): string {
	return join(folder, 'commands.log');
}
