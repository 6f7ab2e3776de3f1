import { markdownTable } from '../../shared/generated';
import { read } from './documents';

/** Cells of a row in docs/performance.md, as they stand there. */
function measured(size: string, way: string): string[] {
	const [, section = ''] = read('docs/performance.md').split(`\n${size}:\n`);
	const line = section.split('\n').find((text) => text.startsWith(`| ${way} `));
	if (line === undefined) throw new Error(`docs/performance.md has no "${way}" for ${size}`);
	return line.split('|').map((cell) => cell.trim());
}

const ROWS = ['Persona, automatic mapping', 'Convert to File → HTTP Request'];
const FILES = ['Persona, CSV File', 'HTTP Request'];

/** What docs/comparison.md shows of docs/performance.md. */
export function comparisonTable(): string {
	const sizes = ['1,000 rows', '10,000 rows', '100,000 rows', '1,000,000 rows'];
	const both = (size: string, ways: string[]) => ways.map((way): [string, string] => [size, way]);
	const wanted = [
		...sizes.flatMap((size) => both(size, ROWS)),
		...['100 MB', '1,000 MB'].flatMap((size) => both(size, FILES)),
	];
	const lines = wanted.map(([size, way]) => {
		const [, , time = '', , block = '', memory = ''] = measured(size, way);
		return [size, way.replace('Persona', 'This node'), time, block, memory];
	});
	const header = ['Input', 'Way', 'Time (ms)', 'Longest block (ms)', 'Peak memory over start (MB)'];
	return markdownTable(header, lines);
}
