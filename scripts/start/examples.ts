import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeCredentials } from 'n8n-workflow';
import type { Workflow } from '../n8n/types';
import { ROOT } from '../pack';

const FOLDER = join(ROOT, 'examples');

/** The file name of the example that `npm start` runs. */
const MAIN = 'import-accounts.json';

/** Where the examples look for files: the folder that n8n's Docker image lets workflows read. */
const FILES_IN_EXAMPLES = '/home/node/.n8n-files';

/** The folder with the examples' data, as n8n sees it. */
export const EXAMPLE_FILES = realpathSync(join(FOLDER, 'data'));

export interface Examples {
	all: Workflow[];
	main: Workflow;
}

/**
 * The example workflows, made to fit this machine's files and this n8n's credentials.
 *
 * @param credentialId of the credential for the Persona node
 * @param others IDs of the other credentials that there are, by their type
 */
export function readExamples(
	credentialId: string,
	others: Readonly<Record<string, string>> = {},
): Examples {
	const ids = { ...others, personaApi: credentialId };
	const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
	const byName = new Map(names.map((name) => [name, fit(readExample(name), ids)]));
	const main = byName.get(MAIN);
	if (!main) throw new Error(`examples/${MAIN} is missing`);
	return { all: [...byName.values()], main };
}

function readExample(name: string): Workflow {
	return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow;
}

function fit(workflow: Workflow, ids: Readonly<Record<string, string>>): Workflow {
	const nodes = workflow.nodes.map((node) => {
		const { fileSelector } = node.parameters;
		return {
			...node,
			...(node.credentials && { credentials: fitCredentials(node.credentials, ids) }),
			...(typeof fileSelector === 'string' && {
				parameters: {
					...node.parameters,
					fileSelector: fileSelector.replace(FILES_IN_EXAMPLES, EXAMPLE_FILES),
				},
			}),
		};
	});
	return { ...workflow, nodes };
}

function fitCredentials(
	credentials: INodeCredentials,
	ids: Readonly<Record<string, string>>,
): INodeCredentials {
	return Object.fromEntries(
		Object.entries(credentials).map(([type, { id, name }]) => [
			type,
			{ id: ids[type] ?? id, name },
		]),
	);
}
