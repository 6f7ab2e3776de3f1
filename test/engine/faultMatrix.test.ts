import { startSandbox, type Sandbox } from '../../sandbox';
import { expectInDocument } from '../shared/generated';
import { runFault, SETTINGS, toMatrixRow, type MatrixRow } from './support/faultMatrix';
import { faultCases } from './support/faults';
import { reliabilityTable } from './support/reliabilityTable';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const matrix: MatrixRow[] = [];

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: Infinity, now: clock.now });
});
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

const ROWS = Array.from({ length: 6 }, (_, index) => ({ reference_id: `row-${index}` }));
const CASES = faultCases('details').flatMap((fault) =>
	SETTINGS.map((setting) => ({ fault, setting })),
);

describe('every fault under every setting', () => {
	it.each(CASES)(
		'$fault.name, $setting.onError, Retry On Fail $setting.retryOnFail',
		async ({ fault, setting }) => {
			const run = await runFault(sandbox, ROWS, fault, setting);
			const row = toMatrixRow(sandbox, run, fault, setting);
			matrix.push(row);
			const ids = sandbox.accounts().map(({ referenceId }) => referenceId);
			expect(new Set(ids).size).toBe(ids.length);
			if (run.data.resultData.error === undefined) {
				expect(row.accepted + row.inErrorItems).toBe(ROWS.length);
				expect(row.held).toBeGreaterThanOrEqual(row.accepted);
			} else {
				expect(setting.onError).toBe('stopWorkflow');
			}
		},
	);

	it('is what docs/reliability.md says', () => {
		const table = reliabilityTable(matrix);
		if (process.env.PRINT_FAULTS !== undefined) process.stdout.write(`${table}\n`);
		expectInDocument('docs/reliability.md', 'faults', table);
	});
});
