import type { NodeApiError } from 'n8n-workflow';

import { runWorkflow } from '../support/engine';
import { FileImports, LARGE_HEADER, LARGE_ROWS } from '../support/fileImports';
import { fileItem, fileWorkflow, loseFile, useBinaryMode } from '../support/files';
import { soonNoOpenFiles, watchStreams } from '../support/openFiles';

const imports = new FileImports().use({ processingMilliseconds: 5 });
const on = { method: 'POST', path: '/importer/accounts' };
const LOST = "Item 0: the file in 'data' could not be read from where n8n keeps it";

describe('a file that n8n does not have any more', () => {
	beforeAll(async () => await useBinaryMode('filesystem'));

	it('is noticed before anything is sent', async () => {
		const items = [await fileItem('tags\n1\n'), await fileItem('tags\n2\n')];
		loseFile(items[0]!);
		const run = await runWorkflow(fileWorkflow(items), imports.access);
		const { message, description } = run.data.resultData.error as NodeApiError;
		expect(message).toBe('1 of 2 files cannot be imported, so nothing was sent');
		expect(description).toContain(`${LOST}. Run the workflow again`);
		expect(imports.sandbox.requests).toEqual([]);
	});

	it('is noticed before a further attempt, which is then not made', async () => {
		const item = await fileItem('tags\n1\n');
		imports.sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite', on });
		imports.clock.after(1, () => loseFile(item));
		const run = await runWorkflow(fileWorkflow([item]), imports.access);
		const { message, description } = run.data.resultData.error as NodeApiError;
		expect(message).toBe(LOST);
		expect(description).toContain('An attempt before that may have arrived');
		expect(imports.sandbox.requests).toHaveLength(1);
	});
});

// Last, because what is left of the attempts may arrive late.
it('a file whose reading fails while it is sent, is noticed', async () => {
	await useBinaryMode('filesystem');
	const { streams, spy } = watchStreams((stream, number) => {
		if (number === 1) return;
		stream.once('readable', () => setImmediate(() => stream.destroy(new Error())));
	});
	const run = await imports.importOf([LARGE_HEADER + LARGE_ROWS]);
	spy.mockRestore();
	const { message, description } = run.data.resultData.error as NodeApiError;
	expect(message).toBe(LOST);
	expect(streams).toHaveLength(6);
	expect(description).toContain('An attempt before that may have arrived');
	expect(imports.sandbox.importers()).toEqual([]);
	await soonNoOpenFiles();
});
