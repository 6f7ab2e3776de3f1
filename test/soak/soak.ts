import { setTimeout as sleep } from 'node:timers/promises';
import { isStopped } from '../../scripts/shared/ending';
import { step } from '../../scripts/shared/progress';
import { prepareRun, judge } from './conservation';
import { startSoakInstance, type SoakInstance } from './instance';
import type { Batch } from './people';
import { plannedRun, TOLERANCE, type Planned } from './plan';
import { sampleLine, sampleRow, Table, type Sample } from './report';
import type { Told } from './told';

const MINUTE = 60_000;
/** From the start of one run to that of the next, unless it takes longer. */
const PACE = 3_000;
/** The part of the time in which n8n loads and compiles what it needs, and the most that this may take. */
const WARM_UP = { part: 0.2, most: 15 * MINUTE };
const SAMPLE_EVERY = { part: 0.2, most: 5 * MINUTE };

const NOTHING: Told = {
	...{ sent: [], rejected: [], uncertain: [] },
	...{ importers: 0, rows: 0, blank: 0, successful: 0, duplicate: 0 },
	...{ outcomes: {}, reasons: [] },
};

/** Imports of mixed size, one after another, for a long time. */
export class Soak {
	private readonly began = Date.now();
	private readonly duration: number;
	private readonly samples: Sample[] = [];
	private readonly violations: string[] = [];
	private readonly kinds = new Table();
	private readonly troubles = new Table();
	private runs = 0;

	private constructor(
		private readonly instance: SoakInstance,
		minutes: number,
	) {
		this.duration = minutes * MINUTE;
	}

	static async start(minutes: number): Promise<Soak> {
		const label = 'Packing the node, installing it into n8n and starting it';
		return new Soak(await step(label, startSoakInstance), minutes);
	}

	async end(): Promise<void> {
		await this.instance.stop();
	}

	/** Runs until the time is over. The first sample is taken after the warm-up. */
	async run(): Promise<void> {
		const warmUp = Math.min(WARM_UP.part * this.duration, WARM_UP.most);
		const every = Math.min(SAMPLE_EVERY.part * this.duration, SAMPLE_EVERY.most);
		console.log(`  n8n keeps no executions. Warm-up: ${(warmUp / MINUTE).toFixed(1)} minutes`);
		let nextSample = warmUp;
		while (this.time < this.duration) {
			const next = Date.now() + PACE;
			await this.runOne();
			if (this.time >= nextSample) {
				await this.sample();
				nextSample = this.time + every;
			}
			await sleep(Math.max(0, next - Date.now()));
		}
		await this.sample();
	}

	/** Prints what was seen, and returns whether all is well. */
	report(): boolean {
		const [first, last] = [this.samples[0]!, this.samples.at(-1)!];
		const change = last.heap / first.heap - 1;
		const load = (last.cpu - first.cpu) / (last.time - first.time);
		console.table(this.samples.map(sampleRow));
		this.kinds.print();
		this.troubles.print();
		const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
		console.log(`n8n used ${percent(load)} of one core, and this process the following:`);
		const { user, system } = process.cpuUsage();
		console.log(`${percent((user + system) / 1000 / this.time)} of one core, with the sandbox`);
		// A heap that shrinks leaks nothing.
		const isFlat = change <= TOLERANCE;
		const sign = change < 0 ? '' : '+';
		console.log(`${isFlat ? '✓' : '✗'} Heap after garbage collection: ${sign}${percent(change)}`);
		const isWhole = this.violations.length === 0;
		console.log(`${isWhole ? '✓' : '✗'} Runs that lost or doubled rows: ${this.violations.length}`);
		for (const violation of this.violations) console.log(`  ${violation}`);
		return isFlat && isWhole;
	}

	private get time(): number {
		return Date.now() - this.began;
	}

	private async runOne(): Promise<void> {
		const index = this.runs++;
		const planned = plannedRun(index);
		const batch = { run: index, size: planned.size };
		prepareRun(this.instance, planned, batch);
		const { told, violations } = await this.observe(planned, batch);
		const sums = {
			rows: batch.size,
			sent: told.sent.length,
			rejected: told.rejected.length,
			uncertain: told.uncertain.length,
			violations: violations.length,
		};
		this.kinds.add(`${planned.kind} ${String(batch.size).padStart(5)}`, sums);
		this.troubles.add(planned.trouble.name, sums);
		if (violations.length > 0) this.note(index, planned, [...violations, ...told.reasons]);
	}

	private async observe(planned: Planned, batch: Batch) {
		const { sandbox } = this.instance;
		try {
			const told = await this.instance.run(planned.kind, batch);
			sandbox.faults.clear();
			await sandbox.settle();
			return judge(sandbox, planned, batch, told);
		} catch (error) {
			return { told: NOTHING, violations: [String(error)] };
		} finally {
			sandbox.reset();
		}
	}

	private note(index: number, { kind, size, trouble }: Planned, said: string[]): void {
		if (isStopped()) return;
		const line = `Run ${index} (${kind}, ${size} rows, ${trouble.name}): ${said.join('; ')}`;
		this.violations.push(line);
		console.log(`✗ ${line}`);
	}

	private async sample(): Promise<void> {
		const memory = await this.instance.memory();
		const database = this.instance.databaseSize();
		const sample = { ...memory, time: this.time, runs: this.runs, database };
		this.samples.push(sample);
		console.log(sampleLine(sample));
	}
}
