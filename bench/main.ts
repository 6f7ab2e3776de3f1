import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/pack';
import { runMain } from '../scripts/shared/ending.cjs';
import { casesFor, type Case } from './cases';
import { newBench, type Instance, type Measured } from './instance';
import { writeReport, type Result } from './report';
import { startSink } from './sink';

/** Rows → rounds: few of them where one takes minutes. */
const ROUNDS: Record<number, number> = { 1_000: 7, 10_000: 5, 100_000: 5, 1_000_000: 1 };

const MIDDLE = 0.5;

function median(runs: readonly Measured[], name: keyof Measured): number {
	const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length * MIDDLE)]!;
}

function summary(runs: readonly Measured[]): Measured {
	const of = (name: keyof Measured) => median(runs, name);
	return { wall: of('wall'), cpu: of('cpu'), block: of('block'), memory: of('memory') };
}

async function tryToMeasure(
	instance: Instance,
	name: string,
	rows: number,
): Promise<Measured | undefined> {
	try {
		return await instance.measure(name, rows);
	} catch (error) {
		console.error(`${name}, ${rows} rows: ${String(error)}`);
		return undefined;
	}
}

/** All cases with so many rows, taking turns, after one round that only warms up. */
async function measureAll(
	instance: Instance,
	cases: readonly Case[],
	rows: number,
	rounds: number,
) {
	const runs = new Map(cases.map(({ name }) => [name, [] as Measured[]]));
	for (let round = 0; round <= rounds; round++) {
		for (const { name, mostRows } of cases) {
			const isWarmUp = round === 0 && rounds > 1;
			const isTooSlow = rows > mostRows || (rows === mostRows && round > 3);
			if (isTooSlow || (round === 0 && rounds === 1)) continue;
			const run = await tryToMeasure(instance, name, rows);
			if (run && !isWarmUp) runs.get(name)!.push(run);
		}
	}
	return [...runs]
		.filter(([, done]) => done.length > 0)
		.map(([name, done]): Result => ({ name, rows, rounds: done.length, ...summary(done) }));
}

// npm run bench [-- 1000 10000]: without numbers of rows, all of them.
void runMain(async () => {
	const chosen = process.argv.slice(2).map(Number);
	const sizes = chosen.length > 0 ? chosen : Object.keys(ROUNDS).map(Number);
	const sink = await startSink();
	const cases = casesFor(sink.url);
	const bench = await newBench(sink.url, cases);
	const results: Result[] = [];
	for (const rows of sizes) {
		// Each number of rows gets a new n8n, so that one that ran out of memory spoils no other.
		const instance = await bench.start();
		const measured = await measureAll(instance, cases, rows, ROUNDS[rows] ?? 3);
		console.table(measured);
		results.push(...measured);
		await instance.stop();
	}
	sink.close();
	bench.remove();
	const folder = join(ROOT, 'docs', 'images');
	mkdirSync(folder, { recursive: true });
	const { table, charts } = writeReport(results, cases);
	if (chosen.length === 0) {
		for (const [name, svg] of charts) writeFileSync(join(folder, name), svg);
	}
	console.log(table);
	return 0;
});
