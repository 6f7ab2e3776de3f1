import ts from 'typescript';

import { circlesOf, deepestWay } from './support/imports';
import { areaOf, functionLengths, sourceFiles, walk, type SourceFile } from './support/source';

const shipped = sourceFiles('nodes', 'credentials');
const written = [...shipped, ...sourceFiles('sandbox', 'scripts', 'test')];

/** Which area may import which others, beside itself and types. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	pipeline: [],
	transport: [],
	methods: ['pipeline', 'transport'],
	actions: ['pipeline', 'transport', 'methods'],
	trigger: ['transport', 'actions'],
	'Persona.node.ts': ['actions', 'methods'],
	'PersonaTrigger.node.ts': ['trigger', 'methods'],
	credentials: ['transport'],
};

/** Longest way from the node to a file that imports nothing of ours. */
const DEEPEST = 12;

/** Modules that a step of an import may use; none of them reaches the network. */
const LIBRARIES = [
	'luxon',
	'csv-parse/sync',
	'csv-stringify/sync',
	'esprima-next',
	'form-data',
	'n8n-workflow',
];

const isOurs = (module: string) => /^(nodes|credentials)\//.test(module);
const inPipeline = shipped.filter(({ path }) => areaOf(path) === 'pipeline');

/** "from → to" for each import of code that `isAllowed` turns down. */
function forbidden(files: SourceFile[], isAllowed: (from: string, to: string) => boolean) {
	return files.flatMap(({ path, imports }) =>
		imports
			.filter(({ module, typeOnly }) => !typeOnly && isOurs(module) && !isAllowed(path, module))
			.map(({ module }) => `${path} → ${module}`),
	);
}

describe('direction of imports', () => {
	test('there is something to look at', () => {
		expect(shipped.length).toBeGreaterThan(30);
		expect(shipped.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
	});

	test('every area has its place', () => {
		const areas = new Set(shipped.map(({ path }) => areaOf(path)));
		expect([...areas].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
	});

	test('between areas', () => {
		const isAllowed = (from: string, to: string) =>
			areaOf(from) === areaOf(to) || (MAY_IMPORT[areaOf(from)] ?? []).includes(areaOf(to));
		expect(forbidden(shipped, isAllowed)).toEqual([]);
	});

	test.each([
		['of the package', shipped],
		['of the sandbox', sourceFiles('sandbox')],
		['of the scripts', sourceFiles('scripts')],
	])('no files %s import each other, types included', (_whose, files) => {
		expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
		expect(circlesOf(files)).toEqual([]);
	});

	test.each(['Persona', 'PersonaTrigger'])('the way down from %s is short', (name) => {
		const { depth, way } = deepestWay(shipped, `nodes/Persona/${name}.node.ts`);
		expect({ depth, way: depth > DEEPEST ? way : [] }).toEqual({
			depth: expect.any(Number),
			way: [],
		});
		expect(depth).toBeGreaterThan(3);
	});

	test('the rules know nothing of each other but what they share', () => {
		const rules = inPipeline.filter(
			({ path }) => path.includes('/rules/') && !path.endsWith('index.ts'),
		);
		const isShared = (to: string) =>
			/rules\/(text|codes|placeholders|signs|spreadsheet)$/.test(to) ||
			/\/days\/|pipeline\/characters$/.test(to);
		const folder = (path: string) => path.slice(0, path.lastIndexOf('/'));
		const isOneRule = (from: string, to: string) =>
			!folder(from).endsWith('/rules') && folder(from) === folder(to);
		expect(forbidden(rules, (from, to) => isShared(to) || isOneRule(from, to))).toEqual([]);
	});
});

describe('the pipeline', () => {
	test('use no library that reaches the network or the disk', () => {
		const used = inPipeline
			.flatMap(({ imports }) => imports)
			.filter(({ module }) => !isOurs(module));
		expect(used.filter(({ module }) => !LIBRARIES.includes(module))).toEqual([]);
	});

	test('have no `this`, no helpers of n8n and no network', () => {
		const found = inPipeline.flatMap(({ path, tree }) => {
			const names: string[] = [];
			walk(tree, (node) => {
				if (node.kind === ts.SyntaxKind.ThisKeyword) names.push(`${path}: this`);
				if (!ts.isIdentifier(node)) return;
				if (
					/^(fetch|XMLHttpRequest|WebSocket|EventSource|helpers|IExecuteFunctions)$/.test(node.text)
				) {
					names.push(`${path}: ${node.text}`);
				}
			});
			return names;
		});
		expect(found).toEqual([]);
	});
});

describe('size', () => {
	const longest = (files: SourceFile[]) =>
		files.filter(({ lines }) => lines >= 200).map(({ path, lines }) => `${path}: ${lines} lines`);

	test('no file has 200 lines', () => {
		expect(longest(written)).toEqual([]);
	});

	test('most files of the package have fewer than 100 lines', () => {
		const small = shipped.filter(({ lines }) => lines < 100);
		expect(small.length / shipped.length).toBeGreaterThan(0.5);
	});

	test('no function of the package has 40 lines', () => {
		const long = shipped.flatMap((file) =>
			functionLengths(file)
				.filter(({ lines }) => lines >= 40)
				.map(({ name, lines }) => `${file.path} ${name}: ${lines} lines`),
		);
		expect(long).toEqual([]);
	});
});

test('no check is switched off', () => {
	const switches =
		/eslint-disable|@ts-(ignore|nocheck|expect-error)|istanbul ignore|prettier-ignore/;
	expect(shipped.filter(({ text }) => switches.test(text)).map(({ path }) => path)).toEqual([]);
});

test('nothing is written to a console', () => {
	expect(shipped.filter(({ text }) => /\bconsole\b/.test(text)).map(({ path }) => path)).toEqual(
		[],
	);
});
