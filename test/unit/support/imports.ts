import type { SourceFile } from './source';

/** The files that each file imports, by path; of other packages none. */
function graphOf(files: readonly SourceFile[], withTypes: boolean): Map<string, string[]> {
	const paths = new Set(files.map(({ path }) => path));
	const resolve = (module: string) =>
		[`${module}.ts`, `${module}/index.ts`].find((path) => paths.has(path));
	return new Map(
		files.map(({ path, imports }) => [
			path,
			imports
				.filter(({ typeOnly }) => withTypes || !typeOnly)
				.flatMap(({ module }) => resolve(module) ?? []),
		]),
	);
}

/** Each way from a file back to itself, as "a → b → a". */
export function circlesOf(files: readonly SourceFile[]): string[] {
	const graph = graphOf(files, true);
	const done = new Set<string>();
	const circles: string[] = [];
	const visit = (path: string, way: readonly string[]) => {
		if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
		if (way.includes(path) || done.has(path)) return;
		for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
		done.add(path);
	};
	for (const path of graph.keys()) visit(path, []);
	return circles;
}

/** The longest chain of imports that begins at a file, types left aside; `depth` is its number of arrows. */
export function deepestWay(
	files: readonly SourceFile[],
	root: string,
): { depth: number; way: string[] } {
	const graph = graphOf(files, false);
	const known = new Map<string, string[]>();
	const longest = (path: string): string[] => {
		const before = known.get(path);
		if (before !== undefined) return before;
		known.set(path, [path]);
		const ways = (graph.get(path) ?? []).map(longest);
		const way = [path, ...ways.reduce((a, b) => (b.length > a.length ? b : a), [] as string[])];
		known.set(path, way);
		return way;
	};
	const way = longest(root);
	return { depth: way.length - 1, way };
}
