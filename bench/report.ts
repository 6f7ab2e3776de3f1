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

/** What other ways are measured against, by what they begin with: what users do today, and the least that any way costs. */
const TODAY = { rows: 'chain', file: 'fileRequest' } as const;
const FLOOR = { rows: 'floor', file: 'fileFloor' } as const;
const OURS = { rows: 'automatic', file: 'file' } as const;
/** Over the slow line, the floor is a bare upload over the same line, and nothing was measured of today's way. */
const PACED = { name: 'filePaced', floor: 'filePacedFloor' } as const;
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

function markdown(lines: readonly (readonly (string | undefined)[])[]): string {
	const [head, ...others] = lines;
	return [head!, head!.map(() => '---'), ...others]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/** How many times as long one way took as another, of which there need be none. */
function ratio({ wall }: Result, other: Result | undefined): string {
	return other === undefined ? '' : (wall / other.wall).toFixed(2);
}

function table(results: readonly Result[], source: Source, labels: ReadonlyMap<string, string>) {
	const named = (wanted: string) => results.find(({ name }) => name === wanted);
	const isPaced = ({ name }: Result) => name.startsWith(PACED.name);
	const today = (one: Result) => (isPaced(one) ? undefined : named(TODAY[source]));
	const floor = (one: Result) => named(isPaced(one) ? PACED.floor : FLOOR[source]);
	const titles = COLUMNS.map(([, title]) => title);
	return markdown([
		['Way', ...titles, 'Time ÷ today’s', 'Time ÷ floor’s', 'Runs'],
		...results.map((result) => [
			labels.get(result.name),
			...COLUMNS.map(([name]) => written(result[name])),
			ratio(result, today(result)),
			ratio(result, floor(result)),
			String(result.rounds),
		]),
	]);
}

function sizeOf({ size }: Result, source: Source): string {
	return `${size.toLocaleString('en-US')} ${UNITS[source]}`;
}

/** The node beside what users do today and the floor, one line a size. */
function glance(results: readonly Result[]) {
	const lines = (['rows', 'file'] as const).flatMap((source) => {
		const ours = results.filter(({ name }) => name === OURS[source]);
		return ours.map((own) => {
			const same = (wanted: string) =>
				results.find(({ name, size }) => name === wanted && size === own.size);
			const [today, floor] = [same(TODAY[source]), same(FLOOR[source])];
			const others = [own, today, floor].map((one) => (one === undefined ? '' : written(one.wall)));
			const times = today === undefined ? '' : `${(today.wall / own.wall).toFixed(1)} ×`;
			const memory = [own, today].map((one) => (one === undefined ? '' : written(one.memory)));
			return [sizeOf(own, source), ...others, times, ...memory, written(own.block)];
		});
	});
	const head = ['Size', 'This node (ms)', 'Today (ms)', 'Floor (ms)', 'Less time than today'];
	return markdown([
		[...head, 'Memory added (MB)', 'Memory today (MB)', 'Longest block (ms)'],
		...lines,
	]);
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
			return `${sizeOf(some[0]!, source)}:\n\n${table(some, source, labels)}`;
		});
	});
	const charts = CHARTS.map(([source, size, column, file, title]): [string, string] => {
		const bars = ofSource(source)
			.filter((result) => result.size === size)
			.map((result) => ({ label: labels.get(result.name)!, value: result[column] }));
		return [file, barChart(title, bars)];
	});
	return { text: [machine(), glance(results), ...tables].join('\n\n'), charts };
}
