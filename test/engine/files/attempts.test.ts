import type { Fault } from '../../../sandbox';
import { startCuttingProxy } from '../support/cuttingProxy';
import { outputOf } from '../support/engine';
import { FileImports, LARGE_HEADER, LARGE_ROWS } from '../support/fileImports';
import { BINARY_MODES, useBinaryMode } from '../support/files';
import { soonNoOpenFiles, watchStreams } from '../support/openFiles';

const imports = new FileImports().use({ processingMilliseconds: 5 });
const on = { method: 'POST', path: '/importer/accounts' };

const FILE = LARGE_HEADER + LARGE_ROWS;
const SENT = `reference_id,name_first,name_last\n${LARGE_ROWS}`;

function expectSentTwice(): void {
	expect(imports.sandbox.requests).toHaveLength(2);
	const [first, second] = imports.sandbox.requests.map(({ headers }) => headers);
	expect(second!['idempotency-key']).toBe(first!['idempotency-key']);
	expect(second!['content-length']).toBe(first!['content-length']);
	expect(imports.sandbox.importers()).toHaveLength(1);
	expect(imports.sandbox.csvOf(imports.sandbox.importers()[0]!.id).toString() === SENT).toBe(true);
}

describe.each(BINARY_MODES)('what passes by itself, in binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it.each<[string, Fault]>([
		['429', { kind: 'rateLimited', resetSeconds: 7, on }],
		['a dropped connection before the write', { kind: 'dropConnection', when: 'beforeWrite', on }],
		['a dropped connection after the write', { kind: 'dropConnection', when: 'afterWrite', on }],
		['502 from a gateway', { kind: 'status', status: 502, saved: false, on }],
	])('%s: sends the same bytes with the same key again', async (_, fault) => {
		imports.sandbox.faults.add(fault);
		expect(outputOf(await imports.importOf([FILE]))).toHaveLength(1);
		expectSentTwice();
		await soonNoOpenFiles();
	});

	it('a connection that breaks in the middle of the file: the same', async () => {
		const proxy = await startCuttingProxy(imports.sandbox.url, 1_000_000);
		expect(outputOf(await imports.importOf([FILE], {}, { baseUrl: proxy.url }))).toHaveLength(1);
		await proxy.close();
		expectSentTwice();
	});
});

it('a file is not read on when its connection has broken', async () => {
	await useBinaryMode('filesystem');
	const proxy = await startCuttingProxy(imports.sandbox.url, 100_000);
	const { streams, spy } = watchStreams();
	const large = LARGE_HEADER + LARGE_ROWS.repeat(10);
	expect(outputOf(await imports.importOf([large], {}, { baseUrl: proxy.url }))).toHaveLength(1);
	spy.mockRestore();
	await proxy.close();
	expect(streams.map(({ destroyed }) => destroyed)).toEqual([true, true, true]);
	expect(streams.map(({ readableEnded }) => readableEnded)).toEqual([true, false, true]);
	await soonNoOpenFiles();
});
