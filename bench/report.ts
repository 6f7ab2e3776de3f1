import { cpus, totalmem } from 'node:os';
import { NEWEST } from '../scripts/n8n/versions';
import type { Case } from './cases';
import { barChart } from './chart';
import type { Measured } from './instance';

/** The medians of one case with so many rows. */
export interface Result extends Measured {
	name: string;
	rows: number;
	rounds: number;
}

const GIGABYTE = 1024 ** 3;
const COLUMNS = [
	['wall', 'Time (ms)'],
	['cpu', 'CPU (ms)'],
	['block', 'Longest block (ms)'],
	['memory', 'Peak memory over start (MB)'],
] as const;

const CHARTS = [
	['wall', 'performance-time.svg', 'Time for 100,000 rows, in milliseconds'],
	['block', 'performance-block.svg', 'Longest event-loop block with 100,000 rows, in milliseconds'],
	['memory', 'performance-memory.svg', 'Peak memory over start with 100,000 rows, in MB'],
] as const;
const CHARTED_ROWS = 100_000;

function written(value: number): string {
	const digits = Math.abs(value) < 10 ? 1 : 0;
	return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

function tableOf(results: readonly Result[], labels: ReadonlyMap<string, string>): string {
	const head = ['Rows', 'Way', ...COLUMNS.map(([, title]) => title), 'Runs'];
	const lines = results.map((result) => [
		written(result.rows),
		labels.get(result.name),
		...COLUMNS.map(([name]) => written(result[name])),
		String(result.rounds),
	]);
	return [head, head.map(() => '---'), ...lines]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/** What it ran on. */
function machine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / GIGABYTE);
	return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GB, n8n ${NEWEST.version}`;
}

/** The results as a Markdown table, and the charts by file name. */
export function writeReport(results: readonly Result[], cases: readonly Case[]) {
	const labels = new Map(cases.map(({ name, label }) => [name, label]));
	const charts = CHARTS.map(([column, file, title]): [string, string] => {
		const bars = results
			.filter(({ rows }) => rows === CHARTED_ROWS)
			.map((result) => ({ label: labels.get(result.name) ?? result.name, value: result[column] }));
		return [file, barChart(title, bars)];
	});
	return { table: `${machine()}\n\n${tableOf(results, labels)}`, charts };
}
