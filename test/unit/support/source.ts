import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

import ts from 'typescript';

const ROOT = join(__dirname, '../../..');

/** One import, export … from, require or import() of a source file. */
export interface Import {
	/** The module as written, or for a relative one the path from the root, without its ending. */
	module: string;
	typeOnly: boolean;
}

/** A TypeScript file that goes into the package. */
export interface SourceFile {
	/** Path from the root, with slashes. */
	path: string;
	text: string;
	lines: number;
	tree: ts.SourceFile;
	imports: Import[];
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(node)) {
		const named = node.exportClause && ts.isNamedExports(node.exportClause);
		return (
			node.isTypeOnly ||
			(named === true && (node.exportClause as ts.NamedExports).elements.every((e) => e.isTypeOnly))
		);
	}
	const clause = node.importClause;
	if (clause === undefined || clause.isTypeOnly) return clause?.isTypeOnly === true;
	const named = clause.namedBindings;
	if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
	return named.elements.every((element) => element.isTypeOnly);
}

/** Calls `visit` for a node and all that is in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(tree: ts.SourceFile, path: string): Import[] {
	const imports: Import[] = [];
	const add = (name: ts.Node | undefined, typeOnly: boolean) => {
		if (name === undefined || !ts.isStringLiteralLike(name)) return;
		const { text } = name;
		const module = text.startsWith('.') ? posix.join(posix.dirname(path), text) : text;
		imports.push({ module, typeOnly });
	};
	walk(tree, (node) => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
			add(node.moduleSpecifier, isTypeOnly(node));
		} else if (ts.isCallExpression(node)) {
			const called = node.expression;
			const loads =
				called.kind === ts.SyntaxKind.ImportKeyword || called.getText(tree) === 'require';
			if (loads) add(node.arguments[0], false);
		}
	});
	return imports;
}

function read(file: string): SourceFile {
	const text = readFileSync(file, 'utf8');
	const path = relative(ROOT, file).split(sep).join('/');
	const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const lines = text.replace(/\n$/, '').split('\n').length;
	return { path, text, lines, tree, imports: importsOf(tree, path) };
}

/** All TypeScript files below folders of the project. */
export function sourceFiles(...folders: string[]): SourceFile[] {
	return folders.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
			.map((name) => read(join(ROOT, folder, name))),
	);
}

/** Name and number of lines of each function that has a body, nested ones too. */
export function functionLengths({ tree }: SourceFile): { name: string; lines: number }[] {
	const found: { name: string; lines: number }[] = [];
	walk(tree, (node) => {
		if (!ts.isFunctionLike(node) || (node as ts.FunctionLikeDeclaration).body === undefined) return;
		const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
		const lines = lineOf(node.getEnd()) - lineOf(node.getStart(tree)) + 1;
		found.push({ name: node.name?.getText(tree) ?? 'anonymous', lines });
	});
	return found;
}

/** The folder or file right below `nodes/Persona/`, such as `import`. */
export function areaOf(path: string): string {
	return path.startsWith('nodes/Persona/') ? (path.split('/')[2] ?? '') : dirname(path);
}
