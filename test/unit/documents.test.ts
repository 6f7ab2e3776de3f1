import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { generateFiles, report } from '../../examples/data/generate';
import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../nodes/Persona/pipeline/columns';
import { fitsOf } from '../../nodes/Persona/pipeline/fits';
import type { Outcome } from '../../nodes/Persona/pipeline/outcomes';
import type { ImportMeta } from '../../nodes/Persona/pipeline/results';
import { ROOT } from '../../scripts/pack';
import { NUMBERS } from './support/documentedNumbers';
import {
	commandsOf,
	DOCUMENTS,
	emphasizedIn,
	leadsSomewhere,
	linksOf,
	proseOf,
	read,
	tableRows,
	textsBelow,
	writtenPart,
} from './support/documents';
import { choicesOf, namesInEditor, OPTIONS, PARAMETERS } from './support/nodeNames';

const { scripts, repository } = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	repository: { url: string };
};

const shipped = [...textsBelow(['nodes', 'credentials']).values()];

it('README.md can be read in a few minutes', () => {
	expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(15_000);
});

it('README.md has the headings that the credential and other pages lead to', () => {
	const [, anchor] = /\?tab=readme-ov-file#([\w-]+)/.exec(
		read('credentials/PersonaApi.credentials.ts'),
	)!;
	expect(leadsSomewhere({ path: 'README.md', anchor })).toBe(true);
});

it.each(DOCUMENTS)('%s leads to files and headings that exist', (document) => {
	expect(linksOf(document).filter((link) => !leadsSomewhere(link))).toEqual([]);
});

it('the documents are formatted', () => {
	const prettier = join(ROOT, 'node_modules/.bin/prettier');
	expect(() => execFileSync(prettier, ['--check', ...DOCUMENTS], { cwd: ROOT })).not.toThrow();
});

describe('numbers', () => {
	const held = Object.entries(NUMBERS).flatMap(([document, phrases]) =>
		phrases.map((phrase) => [document, phrase] as const),
	);

	it('are held on every page that is not written from what was measured', () => {
		const measured = ['docs/performance.md', 'examples/README.md'];
		expect(Object.keys(NUMBERS).sort()).toEqual(
			DOCUMENTS.filter((document) => !measured.includes(document)).sort(),
		);
	});

	it.each(held)('%s says: %s', (document, phrase) => {
		expect(proseOf(document)).toContain(phrase);
	});

	it.each(Object.keys(NUMBERS))('%s names no others', (document) => {
		const rest = NUMBERS[document]!.reduce(
			(prose, phrase) => prose.replaceAll(phrase, '‹held›'),
			proseOf(document),
		);
		// Not the digits in n8n, IPv4, UTF-8 or the number of an issue.
		const others = rest.matchAll(/(?:\S+ ){0,3}(?<![\p{L}\d#-])\d\S*(?: \S+){0,3}/gu);
		expect([...others].map(([found]) => found)).toEqual([]);
	});
});

/** Where each documented command is run: by a test, or by what every change has to pass. */
const RUN_BY: Readonly<Record<string, { file: string; as: string }>> = {
	[`git clone ${repository.url.replace(/^git\+/, '')}`]: { file: 'package.json', as: 'git+https' },
	'cd n8n-nodes-persona': { file: 'package.json', as: '"name": "n8n-nodes-persona"' },
	'npm start': { file: 'test/e2e/start/running.ts', as: "npm(['start'" },
	'npm ci': { file: '.github/workflows/publish.yml', as: 'npm ci' },
	'npm start -- --once': { file: 'test/e2e/start.test.ts', as: "start(['--once'])" },
	'npm run sandbox': { file: 'test/sandbox/control.test.ts', as: 'sandbox/main.ts' },
	'npm run release -- minor': { file: 'test/package/release.test.ts', as: "release('minor')" },
	'npm run release -- 0.1.0': { file: 'test/package/release.test.ts', as: "release('0.1.0')" },
	'npm run test:faults': { file: 'test/engine/faultMatrix.test.ts', as: 'PRINT_FAULTS' },
	'npm run test:soak': { file: '.ci/run', as: 'npm run test:soak -- ' },
	'npm run test:soak -- --minutes 120': { file: 'scripts/soak.ts', as: 'minutesIn(process.argv' },
	'npm run build': { file: 'scripts/test.ts', as: "args: ['build'" },
	'npm run test:unit': { file: 'scripts/test.ts', as: "'unit'" },
	'npm run test:engine -- --testPathPatterns badInput': {
		file: 'scripts/faults.ts',
		as: "'--testPathPatterns', 'faultMatrix'",
	},
	'npm run bench': { file: '.ci/run', as: 'npm run bench -- ' },
	'npm run bench -- 1000 100MB': { file: '.ci/run', as: 'npm run bench -- 100 1MB' },
	'UPDATE_IMAGES=1 npm run test:browser': {
		file: 'test/browser/support/picture.ts',
		as: 'process.env.UPDATE_IMAGES',
	},
	'npx prettier --write <files>': { file: 'test/unit/documents.test.ts', as: '.bin/prettier' },
	'npx tsx examples/data/generate.ts': {
		file: 'test/unit/documents.test.ts',
		as: 'generateFiles()',
	},
};

describe('commands', () => {
	const commands = [...new Set(DOCUMENTS.flatMap(commandsOf))];

	it('are found', () => {
		expect(commands.length).toBeGreaterThan(15);
	});

	it.each(commands)('%s is run by something', (command) => {
		const [, script] = /npm run ([\w:-]+)/.exec(command) ?? [];
		if (script !== undefined) expect(scripts).toHaveProperty([script]);
		const { file, as } = RUN_BY[command] ?? { file: '.ci/run', as: command };
		expect(read(file)).toContain(as);
	});

	it.each(['--port', '--sandbox-port', '--folder', '--once'])('npm start takes %s', (option) => {
		expect(read('CONTRIBUTING.md')).toContain(`\`${option}\``.replace('`--once`', '--once'));
		expect(read('scripts/start/options.ts')).toMatch(
			new RegExp(`'?${option.slice(2)}'?: \\{ type:`),
		);
	});

	it('every environment variable is one of ours or of n8n', () => {
		const named = DOCUMENTS.flatMap((document) => [
			...read(document).matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g),
		]).map(([name]) => name);
		const ours = textsBelow(['scripts', 'test', 'sandbox', 'bench']);
		ours.delete('test/unit/documents.test.ts');
		const n8n = textsBelow(
			['node_modules/@n8n/config/dist/configs', 'node_modules/n8n-core/dist/binary-data'],
			/\.js$/,
		);
		const texts = [...ours.values(), ...n8n.values()];
		// Node's own; and what every program on Linux knows.
		const others = ['NODE_EXTRA_CA_CERTS', 'XDG_CACHE_HOME'];
		const unknown = [...new Set(named)].filter(
			(name) =>
				!others.includes(name) && !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
		);
		expect(unknown).toEqual([]);
	});
});

describe('names in the editor', () => {
	/** What n8n, Persona and GitHub call what is in bold. */
	const OTHERS = [
		...['Settings', 'Settings → Community nodes', 'Install', 'Execute step', 'Execute workflow'],
		...['On Error', 'Stop Workflow', 'Continue', 'Continue (using error output)', 'Stop'],
		...['Retry On Fail', 'Retry execution', 'Execute Once', 'Import → From file'],
		...['Import from File', 'Do not save'],
		...['Mapping Column Mode', 'Map Automatically', 'Map Each Column Manually'],
		...['Save successful production executions', 'Save failed production executions'],
		...['Save manual executions', 'API → API Keys', 'Accounts', 'Security'],
		'Report a vulnerability',
	];
	/** Pages on which all that is in bold is a name. */
	const PAGES = [
		'README.md',
		'docs/reference.md',
		'docs/messages.md',
		'docs/data-checks.md',
		'docs/reliability.md',
		'examples/README.md',
	];
	/** Words in bold with which a paragraph begins. */
	const OPENINGS =
		/^(The node|n8n|Persona|All columns|Numbers|Birthdates|Social security numbers|Reference IDs|Match types|Geolocations|IP addresses|Phone numbers|Empty rows|Sent|Cleaned|Warned about|Rejected|Email addresses|Government ID numbers|The order of day and month|A format that you choose|\d+)$/;
	const names = namesInEditor();

	it.each(PAGES)('%s names in bold what exists', (document) => {
		const unknown = emphasizedIn(document).bold.filter(
			(name) => !names.has(name) && !OTHERS.includes(name) && !OPENINGS.test(name),
		);
		expect(unknown).toEqual([]);
	});

	it('the names of fields in italics are understood by automatic mapping', () => {
		const columns = [ACCOUNT_IMPORT, ...Object.values(LIST_ITEM_IMPORTS)].flatMap(
			({ columns }) => columns,
		);
		const named = ['README.md', 'docs/reference.md'].flatMap((page) => emphasizedIn(page).italic);
		expect(named.length).toBeGreaterThan(15);
		expect(named.filter((name) => fitsOf(name, columns).length === 0)).toEqual([]);
	});
});

/** "Name (`stored`)" → both; the stored name is empty where there is none. */
function nameIn(cell: string) {
	const [, name = cell, stored = ''] = /^(.*?) \(`([^`]*)`\)$/.exec(cell) ?? [];
	return { name, stored };
}

/** The values in a cell: names with stored values, or values alone. */
function valuesIn(cell: string): string[] {
	return cell === '' ? [] : cell.split(/, (?=[A-Z`])/);
}

/** The same for a field, as docs/reference.md has to show it. */
function valuesOf(field: (typeof OPTIONS)[number]): string[] {
	const shown = choicesOf(field).map(({ name, value }) => ({
		value,
		text: name === value ? `\`${value}\`` : `${name} (${value === '' ? 'empty' : `\`${value}\``})`,
	}));
	if (field.type === 'resourceLocator') return shown.map(({ text }) => text);
	const isDefault = ({ value }: { value: string }) => value === field.default;
	if (shown.length > 0) {
		return [...shown.filter(isDefault), ...shown.filter((one) => !isDefault(one))].map(
			({ text }) => text,
		);
	}
	if (field.type === 'boolean') return [field.default === true ? 'on' : 'off'];
	if (field.default === '' || typeof field.default === 'object') return [];
	return [`\`${String(field.default)}\``];
}

describe('docs/reference.md', () => {
	const REFERENCE = 'docs/reference.md';
	const rowsOf = (heading: string) =>
		tableRows(REFERENCE, heading).map(([name = '', values = '']) => ({
			...nameIn(name),
			values: valuesIn(values),
		}));

	it('has every option with its values, the default first', () => {
		// One default for each of the two imports.
		const two = (name: string, values: string[]) =>
			name === 'fileName' ? [`${values[0]} or \`${LIST_ITEM_IMPORTS.name.fileName}\``] : values;
		const sorted = (values: string[]) => [...values.slice(0, 1), ...values.slice(1).sort()];
		const documented = rowsOf('Option').map(({ values, ...names }) => ({
			...names,
			values: sorted(values),
		}));
		const expected = OPTIONS.map((field) => ({
			name: field.displayName,
			stored: field.name,
			values: sorted(two(field.name, valuesOf(field))),
		}));
		const byName = (a: { stored: string }, b: { stored: string }) =>
			a.stored.localeCompare(b.stored);
		expect(documented.sort(byName)).toEqual(expected.sort(byName));
	});

	it('has every parameter with its values', () => {
		const left = PARAMETERS.filter(
			({ name, type }) => !['resource', 'operation'].includes(name) && type !== 'notice',
		);
		// Operations have parameters of the same name with other values, or with fewer where some make no sense.
		const documented = rowsOf('Parameter');
		const valuesIn = (field: (typeof left)[number]) =>
			field.type === 'resourceMapper'
				? [`\`${(field.default as { mappingMode: string }).mappingMode}\``, '`defineBelow`']
				: valuesOf(field);
		const isOf = (row: (typeof documented)[number], field: (typeof left)[number]) =>
			row.stored === field.name && row.name === field.displayName;
		// Some fields offer fewer values where others make no sense.
		const fits = (row: (typeof documented)[number], field: (typeof left)[number]) =>
			isOf(row, field) && valuesIn(field).every((value) => row.values.includes(value));
		const isWhole = (row: (typeof documented)[number], field: (typeof left)[number]) =>
			fits(row, field) && valuesIn(field).length === row.values.length;
		expect(left.filter((field) => !documented.some((row) => fits(row, field)))).toEqual([]);
		expect(documented.filter((row) => !left.some((field) => isWhole(row, field)))).toEqual([]);
	});

	it('has everything in meta, and every outcome of a row', () => {
		const META: Record<keyof ImportMeta, true> = {
			...{ rows: true, fileName: true, bytes: true, requestId: true, environmentId: true },
			...{ idempotencyKey: true, blankRows: true, mergedDuplicates: true, rejectedRows: true },
			...{ part: true, parts: true, repeated: true, warnings: true },
			...{ mapping: true, ignoredFields: true, passedOverFields: true },
		};
		const OUTCOMES: Record<Outcome, true> = {
			...{ created: true, alreadyExisted: true, pending: true, notFound: true, unverifiable: true },
		};
		const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		const namesIn = (heading: string) =>
			tableRows(REFERENCE, heading).flatMap(([cell = '']) =>
				[...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
			);
		expect(namesIn('In `meta`').sort()).toEqual(Object.keys(META).map(kebab).sort());
		expect(namesIn('`outcome`').sort()).toEqual(Object.keys(OUTCOMES).sort());
	});

	it('names headers that are sent', () => {
		const named = tableRows(REFERENCE, 'Header').map(([cell = '']) => cell.replaceAll('`', ''));
		expect(named).toHaveLength(4);
		const unknown = named.filter((name) => !shipped.some((text) => text.includes(name)));
		expect(unknown).toEqual([]);
	});
});

describe('README.md', () => {
	it('has every operation', () => {
		const resources = PARAMETERS.find(({ name }) => name === 'resource')!;
		const expected = PARAMETERS.filter(({ name }) => name === 'operation').flatMap((field) => {
			const [resource] = field.displayOptions!.show!.resource as string[];
			const { name } = choicesOf(resources).find(({ value }) => value === resource)!;
			return choicesOf(field).map((operation) => [name, operation.name]);
		});
		const documented = tableRows('README.md', 'Resource').map((cells) => cells.slice(0, 2));
		expect(documented.sort()).toEqual(expected.sort());
	});

	it('has every column', () => {
		const columnsIn = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name);
		const accounts = tableRows('README.md', 'Column').flatMap(([cell]) => columnsIn(cell));
		expect(accounts).toEqual(ACCOUNT_IMPORT.columns.map(({ name }) => name));
		const types = choicesOf(PARAMETERS.find(({ name }) => name === 'listType')!);
		const lists = new Map(tableRows('README.md', 'List Type').map(([type, cell]) => [type, cell]));
		expect([...lists.keys()]).toEqual(types.map(({ name }) => name));
		for (const { name, value } of types) {
			const { columns } = LIST_ITEM_IMPORTS[value as keyof typeof LIST_ITEM_IMPORTS];
			expect(columnsIn(lists.get(name))).toEqual(
				expect.arrayContaining(columns.map((column) => column.name)),
			);
		}
	});
});

describe('docs/messages.md', () => {
	const PAGE = 'docs/messages.md';

	it('has every code that a warning about the mapping may have', () => {
		const [warnings, byHand] = [
			'nodes/Persona/pipeline/automaticMapping/warnings.ts',
			'nodes/Persona/actions/import/rowSource.ts',
		].map(read);
		const codes = [
			...warnings!.matchAll(/whole\('(\w+)'/g),
			...warnings!.matchAll(/^\t(\w+): \(_?note/gm),
			...byHand!.matchAll(/code: '(\w+)'/g),
		].map(([, code]) => code);
		expect(codes.length).toBeGreaterThan(8);
		const documented = [...read('docs/messages.md').matchAll(/^\| `(\w+)` /gm)].map(
			([, code]) => code,
		);
		expect(codes.filter((code) => !documented.includes(code))).toEqual([]);
	});

	it('quotes messages that the node has', () => {
		const quoted = tableRows(PAGE, 'Message').flatMap(([cell = '']) =>
			[...cell.matchAll(/^`([^`]+)`/g)].map(([, message = '']) => message),
		);
		expect(quoted.length).toBeGreaterThan(5);
		const unknown = quoted.filter((message) => !shipped.some((text) => text.includes(message)));
		expect(unknown).toEqual([]);
	});

	it('has each message once', () => {
		const messages = ['Code', 'Message'].flatMap((heading) =>
			tableRows(PAGE, heading).map((cells) => (heading === 'Code' ? cells[1] : cells[0])),
		);
		expect(messages.length).toBeGreaterThan(60);
		expect(messages.filter((one, index) => messages.indexOf(one) !== index)).toEqual([]);
	});
});

describe('docs/architecture.md', () => {
	it('names files and folders that exist', () => {
		const folders = 'nodes credentials docs examples icons sandbox scripts test bench'.split(' ');
		const paths = folders.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
				(path) => `/${folder}/${path}`,
			),
		);
		const isThere = (name: string) =>
			existsSync(join(ROOT, name)) || paths.some((path) => path.endsWith(`/${name}`));
		const text = writtenPart('docs/architecture.md');
		const named = [...text.matchAll(/`([\w./-]+?)\/?`/g)].map(([, name = '']) => name);
		const files = named.filter((name) => /^[^/]+\/|\.(?:ts|js|md|json|mjs)$/.test(name));
		expect(files.length).toBeGreaterThan(25);
		expect(files.filter((name) => !isThere(name))).toEqual([]);
	});
});

describe('examples/README.md', () => {
	it('has the numbers that the generator of the data prints', () => {
		expect(read('examples/README.md')).toContain(report());
	});

	it('tells of files that the generator writes, byte for byte', () => {
		const files = Object.entries(generateFiles());
		expect(files.length).toBeGreaterThan(3);
		for (const [name, content] of files) {
			expect(read(`examples/data/${name}`) === String(content)).toBe(true);
			expect(read('examples/README.md')).toContain(`### \`${name}\``);
		}
	});
});
