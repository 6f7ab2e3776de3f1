import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import { ROOT } from '../../../scripts/pack';

/** All pages about the project, as paths from the root. */
export const DOCUMENTS = [
	...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'examples/README.md'],
	...readdirSync(join(ROOT, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

export const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** All files below folders of the project whose names end in one of these ways: path from the root → text. */
export function textsBelow(
	folders: readonly string[],
	ending = /\.(?:ts|cjs|mjs)$/,
): Map<string, string> {
	const paths = folders.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => ending.test(name))
			.map((name) => posix.join(folder, name)),
	);
	return new Map(paths.map((path) => [path, read(path)]));
}

/** The code of the package. */
export const SHIPPED = [...textsBelow(['nodes', 'credentials']).values()];

const GENERATED = /<!-- (?!prettier)([\w-]+) -->[^]*?<!-- \/\1 -->/g;
const CODE_BLOCK = /^```[^]*?^```$/gm;

/** A page without what a test writes into it and without blocks of code. */
export function writtenPart(document: string): string {
	return read(document).replace(GENERATED, '').replace(CODE_BLOCK, '');
}

/** The words of a page as a reader sees them, in one line: no code, no addresses, no marks. */
export function proseOf(document: string): string {
	return writtenPart(document)
		.replace(/`[^`]*`/g, '‹code›')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/<[^>]*>/g, '')
		.replace(/^ *\d+\. /gm, '')
		.replace(/\*\*|_(?=\w)|(?<=\w)_/g, '')
		.replace(/\s+/g, ' ');
}

/** The names that GitHub gives to the headings of a page. */
export function anchorsOf(document: string): string[] {
	const headings = [
		...read(document)
			.replace(CODE_BLOCK, '')
			.matchAll(/^#+ (.+)$/gm),
	];
	return headings.map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/\s/g, '-'),
	);
}

/** Links to pages and files of the project: `path` from the root, and the part of the page, if any. */
export function linksOf(document: string): { path: string; anchor: string | undefined }[] {
	const found = read(document).matchAll(/(?:\]\(|src="|srcset=")(?!https?:|mailto:)([^)"\s]+)/g);
	return [...found].map(([, link = '']) => {
		const [path = '', anchor] = link.split('#');
		const target = path === '' ? document : posix.join(dirname(document), path);
		return { path: target, anchor };
	});
}

/** Whether a link leads somewhere. */
export function leadsSomewhere({ path, anchor }: ReturnType<typeof linksOf>[number]): boolean {
	if (!existsSync(join(ROOT, path))) return false;
	return anchor === undefined || anchorsOf(path).includes(anchor);
}

/** The commands that a page tells people to use, each in one line. */
export function commandsOf(document: string): string[] {
	const text = read(document);
	const blocks = [...text.matchAll(/^```bash\n([^]*?)^```$/gm)];
	const lines = blocks.flatMap(([, block = '']) => block.trim().split('\n'));
	const inline = [...text.matchAll(/`((?:[A-Z_]+=\S+ )*(?:npm|npx|node|git) [^`]+)`/g)];
	return [...lines, ...inline.map(([, command = '']) => command.replace(/\s+/g, ' '))];
}

/** What stands in bold, in italics where those are names, without line breaks. */
export function emphasizedIn(document: string): { bold: string[]; italic: string[] } {
	const text = writtenPart(document).replace(/`[^`]*`/g, '');
	const all = (pattern: RegExp) =>
		[...text.matchAll(pattern)].map(([, words = '']) => words.replace(/\s+/g, ' '));
	return {
		bold: all(/\*\*([^*]+)\*\*/g),
		italic: all(/(?<![\w*])_([^_]+)_(?!\w)/g),
	};
}

/** Rows of a Markdown table whose first heading is given, each cell without blanks around it. */
export function tableRows(document: string, firstHeading: string): string[][] {
	return read(document)
		.split(/\n\n+/)
		.filter((block) => new RegExp(`^\\| ${firstHeading} +\\|`).test(block))
		.flatMap((block) => block.trim().split('\n').slice(2))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}
