import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../scripts/pack';

/** A table in Markdown. */
export function markdownTable(
	header: readonly string[],
	rows: readonly (readonly (string | number)[])[],
): string {
	return [header, header.map(() => '---'), ...rows]
		.map((cells) => cells.map((cell) => String(cell).replaceAll('|', '\\|')))
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/**
 * Compares what a test has seen with what a document says between `<!-- marker -->` and `<!-- /marker -->`.
 * UPDATE_DOCUMENTS writes it there instead.
 *
 * @param document path from the root
 */
export function expectInDocument(document: string, marker: string, seen: string): void {
	const path = join(ROOT, document);
	const text = readFileSync(path, 'utf8');
	const place = new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*(<!-- /${marker} -->)`);
	expect(text).toMatch(place);
	const current = text.replace(place, (_, begin: string, end: string) => {
		return `${begin}\n${seen}\n\n${end}`;
	});
	if (process.env.UPDATE_DOCUMENTS !== undefined) writeFileSync(path, current);
	else expect(text).toBe(current);
}
