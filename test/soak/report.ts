import type { Memory } from './told';

const MEGABYTE = 1024 ** 2;
const MINUTE = 60_000;

/** n8n at one moment. */
export interface Sample extends Memory {
	/** Since the start, in milliseconds. */
	time: number;
	runs: number;
	database: number;
}

/** How a sample is printed. */
export function sampleRow({ time, runs, heap, external, resident, database, ...sample }: Sample) {
	const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
	return {
		minute: (time / MINUTE).toFixed(1),
		runs,
		'heap (MB)': megabytes(heap),
		'buffers (MB)': megabytes(external),
		'resident (MB)': megabytes(resident),
		'database (MB)': megabytes(database),
		handles: sample.handles,
	};
}

/** How the samples are printed while they come. */
export function sampleLine(sample: Sample): string {
	const parts = Object.entries(sampleRow(sample)).map(([name, value]) => `${name} ${value}`);
	return `  ${parts.join(' · ')}`;
}

/** What came of the rows of one kind of run, or under one kind of trouble. */
interface Sums {
	runs: number;
	rows: number;
	sent: number;
	rejected: number;
	uncertain: number;
	violations: number;
}

/** Sums over runs, by a name. */
export class Table {
	private readonly rows = new Map<string, Sums>();

	add(name: string, added: Omit<Sums, 'runs'>): void {
		const zero: Sums = { runs: 0, rows: 0, sent: 0, rejected: 0, uncertain: 0, violations: 0 };
		const sums = this.rows.get(name) ?? zero;
		for (const key of Object.keys(added) as (keyof typeof added)[]) sums[key] += added[key];
		sums.runs++;
		this.rows.set(name, sums);
	}

	print(): void {
		console.table(Object.fromEntries([...this.rows].sort(([a], [b]) => (a < b ? -1 : 1))));
	}
}
