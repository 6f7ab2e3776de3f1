import { cpus, loadavg, totalmem } from 'node:os';
import { NEWEST } from '../scripts/n8n/versions';
import type { Case } from './cases';
import { barChart } from './chart';
import type { Measured } from './instance';

/** The medians of one way with so many rows, or with a file of so many megabytes. */
export interface Result extends Measured {
	name: string;
	size: number;
	rounds: number;
}

const GIGABYTE = 1024 ** 3;
const COLUMNS = [
	['wall', 'Time (ms)'],
	['cpu', 'CPU (ms)'],
	['block', 'Longest block (ms)'],
	['memory', 'Peak memory over start (MB)'],
] as const;

/** What users do today, by what it begins with: other ways are measured against it. */
const TODAY = { rows: 'chain', file: 'fileRequest' } as const;
const UNITS = { rows: 'rows', file: 'MB' } as const;

const CHARTS = [
	['rows', 100_000, 'wall', 'performance-time.svg', 'Time for 100,000 rows, in milliseconds'],
	[
		'rows',
		100_000,
		'block',
		'performance-block.svg',
		'Longest event-loop block with 100,000 rows, in milliseconds',
	],
	[
		'rows',
		100_000,
		'memory',
		'performance-memory.svg',
		'Peak memory over start with 100,000 rows, in MB',
	],
	['file', 1_000, 'wall', 'performance-file-time.svg', 'Time for a file of 1 GB, in milliseconds'],
	[
		'file',
		1_000,
		'memory',
		'performance-file-memory.svg',
		'Peak memory over start with a file of 1 GB, in MB',
	],
] as const;

type Source = Case['source'];

function written(value: number): string {
	const digits = Math.abs(value) < 10 ? 1 : 0;
	return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

function table(results: readonly Result[], source: Source, labels: ReadonlyMap<string, string>) {
	const today = results.find(({ name }) => name === TODAY[source]);
	const share = ({ wall }: Result) => (today === undefined ? '' : (wall / today.wall).toFixed(2));
	const head = ['Way', ...COLUMNS.map(([, title]) => title), 'Time, as a share of today’s', 'Runs'];
	const lines = results.map((result) => [
		labels.get(result.name),
		...COLUMNS.map(([name]) => written(result[name])),
		share(result),
		String(result.rounds),
	]);
	return [head, head.map(() => '---'), ...lines]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/** What it ran on, and how busy that was at the end (load of the last 15 minutes). */
function machine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / GIGABYTE);
	const load = loadavg().at(-1)!.toFixed(1);
	return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GB, n8n ${NEWEST.version}, load ${load}`;
}

/** The results as Markdown, a table for each size, and the charts by file name. */
export function writeReport(results: readonly Result[], cases: readonly Case[]) {
	const labels = new Map(cases.map(({ name, label }) => [name, label]));
	const ofSource = (source: Source) => {
		const names = cases.filter((one) => one.source === source).map(({ name }) => name);
		return results.filter(({ name }) => names.includes(name));
	};
	const tables = (['rows', 'file'] as const).flatMap((source) => {
		const own = ofSource(source);
		const sizes = [...new Set(own.map(({ size }) => size))];
		return sizes.map((size) => {
			const some = own.filter((result) => result.size === size);
			return `${size.toLocaleString('en-US')} ${UNITS[source]}:\n\n${table(some, source, labels)}`;
		});
	});
	const charts = CHARTS.map(([source, size, column, file, title]): [string, string] => {
		const bars = ofSource(source)
			.filter((result) => result.size === size)
			.map((result) => ({ label: labels.get(result.name)!, value: result[column] }));
		return [file, barChart(title, bars)];
	});
	return { text: [machine(), ...tables].join('\n\n'), charts };
}
