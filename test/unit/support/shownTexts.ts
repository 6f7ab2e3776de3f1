import ts from 'typescript';

import { sourceFiles, walk, type SourceFile } from './source';

/** A function, class or constant at the top of a file. */
interface Declaration {
	texts: string[];
	/** What it uses, as `path#name`. */
	uses: string[];
}

const FILES = sourceFiles('nodes/Persona');
const BY_PATH = new Map(FILES.map((file) => [file.path, file]));

/** The name of everything in a module, as in `import * as options`. */
const ALL = '*';

function pathOf(module: string): string | undefined {
	return [`${module}.ts`, `${module}/index.ts`].find((path) => BY_PATH.has(path));
}

/** What the imports of a file bring in: by its name there, where it comes from. */
function importedInto({ tree, imports }: SourceFile): Map<string, string> {
	const found = new Map<string, string>();
	const statements = tree.statements.filter(ts.isImportDeclaration);
	for (const [index, { importClause }] of statements.entries()) {
		const path = pathOf(imports[index]!.module);
		const bindings = importClause?.namedBindings;
		if (path === undefined || bindings === undefined) continue;
		if (ts.isNamespaceImport(bindings)) found.set(bindings.name.text, `${path}#${ALL}`);
		else
			for (const { name, propertyName } of bindings.elements)
				found.set(name.text, `${path}#${(propertyName ?? name).text}`);
	}
	return found;
}

function declaredNames(statement: ts.Statement): string[] {
	if (ts.isVariableStatement(statement)) {
		return statement.declarationList.declarations.map(({ name }) => name.getText());
	}
	const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
	return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** A text as it would be shown, with an ellipsis where a value is put in. */
function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function declarationOf(statement: ts.Statement, known: ReadonlyMap<string, string>): Declaration {
	const declaration: Declaration = { texts: [], uses: [] };
	walk(statement, (node) => {
		const text = textOf(node);
		if (text !== undefined) declaration.texts.push(text);
		if (!ts.isIdentifier(node)) return;
		const used = known.get(node.text);
		const { parent } = node;
		const isPart = ts.isPropertyAccessExpression(parent) && parent.name === node;
		if (used === undefined || isPart) return;
		const member = ts.isPropertyAccessExpression(parent) ? parent.name.text : ALL;
		declaration.uses.push(used.endsWith(`#${ALL}`) ? used.replace(/\*$/, member) : used);
	});
	return declaration;
}

/** Adds what a file passes on from others: `export { a } from './b'`. */
function addPassedOn({ path, tree, imports }: SourceFile, graph: Map<string, Declaration>): void {
	const from = tree.statements.filter(ts.isExportDeclaration);
	const modules = imports.slice(-from.length);
	for (const [index, { exportClause }] of from.entries()) {
		const target = pathOf(modules[index]?.module ?? '');
		if (target === undefined || exportClause === undefined) continue;
		if (!ts.isNamedExports(exportClause)) continue;
		for (const { name, propertyName } of exportClause.elements) {
			const uses = [`${target}#${(propertyName ?? name).text}`];
			graph.set(`${path}#${name.text}`, { texts: [], uses });
		}
	}
}

function graphOf(files: readonly SourceFile[]): Map<string, Declaration> {
	const graph = new Map<string, Declaration>();
	for (const file of files) {
		const known = importedInto(file);
		const { path, tree } = file;
		const names = tree.statements.flatMap(declaredNames);
		for (const name of names) known.set(name, `${path}#${name}`);
		for (const statement of tree.statements) {
			const declaration = declarationOf(statement, known);
			for (const name of declaredNames(statement)) graph.set(`${path}#${name}`, declaration);
		}
		addPassedOn(file, graph);
	}
	return graph;
}

const GRAPH = graphOf(FILES);

/** All texts in the code of the nodes. */
export function allTexts(): string[] {
	return [...GRAPH.values()].flatMap(({ texts }) => texts);
}

/** A text, and the declaration that it is in, as `path#name`. */
export interface ShownText {
	text: string;
	place: string;
}

/**
 * All texts in what a function may run, whatever it is that leads there: more than it can show, but nothing is missed.
 *
 * @param root as `path#name`
 */
export function textsReachedFrom(root: string): ShownText[] {
	const seen = new Set<string>();
	const found: ShownText[] = [];
	const visit = (place: string) => {
		const declaration = GRAPH.get(place);
		if (declaration === undefined || seen.has(place)) return;
		seen.add(place);
		for (const text of declaration.texts) found.push({ text, place });
		declaration.uses.forEach(visit);
	};
	if (!GRAPH.has(root)) throw new Error(`There is no ${root}`);
	visit(root);
	return found;
}
