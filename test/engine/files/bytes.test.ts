import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { acceptableText, RUNS } from '../../unit/support/property';
import { outputOf, runWorkflow } from '../support/engine';
import { BINARY_MODES, fileItem, fileWorkflow, useBinaryMode } from '../support/files';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: Infinity });
});
afterAll(async () => await sandbox.close());

/** Persona's columns, each with names under which it is found. */
const NAMES = {
	reference_id: ['reference_id', 'Reference ID', 'External ID', 'id'],
	name_first: ['name_first', 'First Name', 'FIRSTNAME'],
	name_last: ['name_last', 'Last\nName', 'Surname'],
	birthdate: ['birthdate', 'DOB', ' Date of Birth '],
	tags: ['tags', 'Labels'],
} as const;

type Column = keyof typeof NAMES;

const columns = fc
	.shuffledSubarray(Object.keys(NAMES) as Column[], { minLength: 1 })
	.chain((chosen) =>
		fc.tuple(
			...chosen.map((column) =>
				fc.record({
					column: fc.constant(column),
					name: fc.constantFrom(...NAMES[column]),
				}),
			),
		),
	);

const csvFile = columns.chain((header) =>
	fc.record({
		header: fc.constant(header),
		rows: fc.array(
			fc.array(acceptableText, { minLength: header.length, maxLength: header.length }),
			{ minLength: 1, maxLength: 8 },
		),
		quoted: fc.boolean(),
		lineEnd: fc.constantFrom('\n', '\r\n'),
		lastLineEnd: fc.boolean(),
		byteOrderMark: fc.boolean(),
	}),
);

type CsvFile = typeof csvFile extends fc.Arbitrary<infer Value> ? Value : never;

/** A file as some program writes it: its header, and the rows below. */
function write({ header, rows, quoted, lineEnd, lastLineEnd, byteOrderMark }: CsvFile) {
	const options = {
		quoted,
		quoted_match: /[\r\n]/,
		quoted_empty: header.length === 1,
		record_delimiter: lineEnd,
	};
	const mark = byteOrderMark ? '\ufeff' : '';
	const first = stringify([header.map(({ name }) => name)], options);
	const rest = stringify(rows, { ...options, eof: lastLineEnd });
	const isNamedAsPersonaDoes = header.every(({ column, name }) => column === name);
	const renamed = header.map(({ column }) => column).join(',') + lineEnd;
	return { file: mark + first + rest, sent: (isNamedAsPersonaDoes ? first : renamed) + rest };
}

describe.each(BINARY_MODES)('any CSV file, in binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it('arrives byte for byte, apart from its header and byte order mark', async () => {
		const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		const sendOne = async (csv: CsvFile) => {
			sandbox.reset();
			const { file, sent } = write(csv);
			const item: INodeExecutionData = await fileItem(file);
			const run = await runWorkflow(fileWorkflow([item]), access);
			expect(run.data.resultData.error).toBeUndefined();
			expect(sandbox.importers()).toHaveLength(1);
			const received = sandbox.csvOf(sandbox.importers()[0]!.id);
			expect(received.equals(Buffer.from(sent))).toBe(true);
			expect(outputOf(run)[0]!.json.meta).toMatchObject({
				rows: csv.rows.length,
				bytes: received.length,
			});
			const [{ headers, bodyBytes }] = sandbox.requests as [Sandbox['requests'][0]];
			expect(headers['content-length']).toBe(String(bodyBytes));
		};
		await fc.assert(fc.asyncProperty(csvFile, sendOne), { numRuns: RUNS.numRuns / 2 });
	}, 120_000);
});
