// Stands for n8n in the layout of its Docker image: node host.cjs <folder of the community package>
// Prints what a community node sees there.
const Module = require('node:module');
const { join } = require('node:path');

const community = process.argv[2] ?? '';
const node = join(community, 'dist', 'nodes', 'Persona', 'Persona.node.js');

// This is how n8n lets community nodes find its packages (load-nodes-and-credentials.js).
process.env.NODE_PATH = module.paths.join(':');
/** @type {typeof Module & { _initPaths(): void }} */ (Module)._initPaths();

/** @param {() => unknown} attempt */
function outcomeOf(attempt) {
	try {
		return attempt();
	} catch (error) {
		return error instanceof Error ? error.message.split('\n')[0] : error;
	}
}

function loadNode() {
	const { Persona } = require(node);
	return new Persona().description.name;
}

function buildForm() {
	const path = Object.keys(require.cache).find((file) =>
		file.endsWith('/form-data/lib/form_data.js'),
	);
	const FormData = require(path ?? 'form-data');
	const form = new FormData();
	form.append('file', 'reference_id\r\n', { filename: 'accounts.csv', contentType: 'text/csv' });
	return form.getBuffer().toString().includes('filename="accounts.csv"');
}

function findParser() {
	const { children = [] } = require.cache[require.resolve(node)] ?? {};
	return children.some(({ filename }) => filename.endsWith('/esprima-next/dist/esprima.js'));
}

const plainRequire = outcomeOf(() => Module.createRequire(node)('form-data') && 'found');
const loaded = outcomeOf(loadNode);
const form = outcomeOf(buildForm);
process.stdout.write(JSON.stringify({ plainRequire, loaded, form, parser: findParser() }));
