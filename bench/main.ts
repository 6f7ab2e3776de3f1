import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from '../scripts/pack';
import { runMain } from '../scripts/shared/ending';
import { casesFor, type Case } from './cases';
import { newBench, type Bench, type Instance, type Measured } from './instance';
import { writeReport, type Result } from './report';
import { startSink } from './sink';

/** Numbers of rows, and the sizes of files in MB. */
const ROWS = [1_000, 10_000, 100_000, 1_000_000];
const MEGABYTES = [10, 100, 1_000];
/** Where the page keeps what was measured last. */
const RESULTS = /(?<=<!-- results -->\n)[^]*(?=<!-- \/results -->)/;
/** Measured rounds of each; one that only warms up comes before them. */
const ROUNDS = 5;
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
	{ name }: Case,
	size: number,
): Promise<Measured | undefined> {
	try {
		return await instance.measure(name, size);
	} catch (error) {
		console.error(`${name}, ${size}: ${String(error)}`);
		return undefined;
	}
}

function isAble({ largest = Infinity }: Case, size: number): boolean {
	return size <= largest;
}

/** All ways with so many rows or megabytes, taking turns. */
async function measureAll(bench: Bench, cases: readonly Case[], size: number): Promise<Result[]> {
	// Each size gets a new n8n, so that one that ran out of memory spoils no other.
	const instance = await bench.start();
	const runs = new Map(cases.map(({ name }) => [name, [] as Measured[]]));
	for (let round = 0; round <= ROUNDS; round++) {
		for (const one of cases) {
			const run = await tryToMeasure(instance, one, size);
			if (run && round > 0) runs.get(one.name)!.push(run);
		}
	}
	await instance.stop();
	const results = cases
		.filter(({ name }) => runs.get(name)!.length > 0)
		.map(({ name }) => {
			const done = runs.get(name)!;
			return { name, size, rounds: done.length, ...summary(done) };
		});
	console.table(results);
	return results;
}

/** What was chosen: `1000 10000` for rows, `100MB` for files. */
function chosenSizes(given: readonly string[]) {
	if (given.length === 0) return { rows: ROWS, megabytes: MEGABYTES };
	const isFile = (size: string) => size.endsWith('MB');
	return {
		rows: given.filter((size) => !isFile(size)).map(Number),
		megabytes: given.filter(isFile).map((size) => parseInt(size, 10)),
	};
}

// npm run bench [-- 1000 10000 100MB]: without sizes, all of them, and docs/performance.md and its charts are written anew.
void runMain(async () => {
	const given = process.argv.slice(2);
	const { rows, megabytes } = chosenSizes(given);
	const sink = await startSink();
	const cases = casesFor(sink);
	const bench = await newBench(sink, cases);
	const results: Result[] = [];
	let expected = 0;
	const measure = async (source: Case['source'], size: number) => {
		const some = cases.filter((one) => one.source === source && isAble(one, size));
		expected += some.length;
		results.push(...(await measureAll(bench, some, size)));
	};
	for (const size of rows) await measure('rows', size);
	for (const size of megabytes) await measure('file', size);
	sink.close();
	bench.remove();
	const { text, charts } = writeReport(results, cases);
	console.log(text);
	const status = results.length === expected ? 0 : 1;
	if (given.length > 0) return status;
	const page = join(ROOT, 'docs', 'performance.md');
	const old = readFileSync(page, 'utf8');
	writeFileSync(
		page,
		old.replace(RESULTS, () => `\n${text}\n\n`),
	);
	for (const [name, svg] of charts) writeFileSync(join(ROOT, 'docs', 'images', name), svg);
	return status;
});
