import { Expression, type IDataObject } from 'n8n-workflow';

import { row } from '../../bench/rows';
import { settleDuplicates } from '../../nodes/Persona/pipeline/duplicates';
import { writeCsv } from '../../nodes/Persona/pipeline/csv';
import { ACCOUNT_IMPORT } from '../../nodes/Persona/pipeline/columns';
import { checkRows } from '../../nodes/Persona/pipeline/checkRows';
import { startSandbox, type Sandbox } from '../../sandbox';
import { ruleContext } from '../unit/support/rules';
import { importWorkflow, outputOf, runWorkflow } from './support/engine';

const people = (count: number) => Array.from({ length: count }, (_, index) => row(index));

describe("n8n's expression engine", () => {
	let sandbox: Sandbox;

	beforeAll(async () => (sandbox = await startSandbox({ processingMilliseconds: Infinity })));
	beforeEach(() => sandbox.reset());
	afterAll(() => sandbox.close());

	/** How often the engine is asked in one import. */
	async function asked(rows: number, value: Record<string, string>): Promise<number> {
		const resolve = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		const columns = { mappingMode: 'defineBelow', value };
		const workflow = importWorkflow(people(rows) as IDataObject[], {
			parameters: { columns },
			// A column that gets no value stops the run otherwise.
			settings: { onError: 'continueRegularOutput' },
		});
		const run = await runWorkflow(workflow, { apiKey: sandbox.apiKey, baseUrl: sandbox.url });
		expect(outputOf(run)).toHaveLength(1);
		const isExpression = ([text]: unknown[]) => typeof text === 'string' && text.startsWith('=');
		const calls = resolve.mock.calls.filter(isExpression).length;
		resolve.mockRestore();
		return calls;
	}

	it('is not asked for plain fields', async () => {
		const plain = {
			reference_id: '={{ $json["Contact ID"] }}',
			name_last: 'Doe',
			tags: '={{ $json.Tags }}',
		};
		expect(await asked(1, plain)).toBe(0);
		expect(await asked(500, plain)).toBe(0);
	});

	const real = {
		reference_id: '={{ $json["Contact ID"] + 1 }}',
		name_first: '=Dr {{ $json["First Name"] }}',
		tags: '={{ $json.Tags.trim() }}',
	};

	it('is asked once for 100 rows whose expressions only read, and for two rows as a check', async () => {
		expect(await asked(201, real)).toBe(2 * 3 + 1 + 3);
		expect((await asked(2001, real)) - (await asked(201, real))).toBe(18);
	});

	it('is asked once for a row whose expressions look at more than its fields', async () => {
		const more = {
			reference_id: '={{ $itemIndex + $json.Tags }}',
			tags: '={{ $input.item.json.Tags.trim() }}',
		};
		expect((await asked(300, more)) - (await asked(100, more))).toBe(200);
	});

	it('is asked alone for a value that an expression throws on', async () => {
		const throwing = { ...real, name_last: '={{ $json.Tags === "x" ? 1 : $json.missing.trim() }}' };
		expect((await asked(300, throwing)) - (await asked(100, throwing))).toBe(2 + 200);
	});

	it('is asked once for each expression of each row that does more than read', async () => {
		const changing = {
			reference_id: '={{ [$json["Contact ID"]].pop() }}',
			tags: '={{ [$json.Tags].pop() }}',
		};
		expect((await asked(300, changing)) - (await asked(100, changing))).toBe(2 * 200);
	});

	it('is asked only for the column that needs it', async () => {
		const mixed = { reference_id: '={{ $json["Contact ID"] }}', tags: '={{ [$json.Tags].pop() }}' };
		expect((await asked(300, mixed)) - (await asked(100, mixed))).toBe(200);
	});
});

describe('the steps without a network', () => {
	const ROUNDS = 7;
	const { columns, uniqueColumn } = ACCOUNT_IMPORT;

	/** Milliseconds of processor time. */
	async function cost(work: () => unknown): Promise<number> {
		const start = process.cpuUsage();
		await work();
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	}

	const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[ROUNDS >> 1]!;

	async function prepare(values: readonly unknown[][]) {
		const source = { columns, read: (index: number) => values[index]! };
		const checked = await checkRows(source, values.length, ruleContext());
		const settled = await settleDuplicates(checked, uniqueColumn, 'reject');
		return await writeCsv(columns, settled.rows);
	}

	/** Medians of work that takes turns, so that a busy machine slows all of it. */
	async function compare(...works: (() => unknown)[]): Promise<number[]> {
		const costs = works.map((): number[] => []);
		for (let round = 0; round < ROUNDS; round++) {
			for (const [index, work] of works.entries()) costs[index]!.push(await cost(work));
		}
		return costs.map(median);
	}

	const some = people(5_000).map((person) => Object.values(person));
	const many = people(40_000).map((person) => Object.values(person));

	// Seen: 4 to 10. JSON.stringify is the least that touching every value can cost.
	it('cost a few times what writing JSON costs', async () => {
		const [steps, json] = await compare(
			async () => await prepare(many),
			() => JSON.stringify(many),
		);
		expect(steps! / json!).toBeLessThan(30);
	});

	// Seen: about 8 for eight times the rows; a step that looks at all rows for each row would make it 64.
	it('cost eight times as much for eight times the rows', async () => {
		const [less, more] = await compare(
			async () => await prepare(some),
			async () => await prepare(many),
		);
		expect(more! / less!).toBeLessThan(20);
	});
});
