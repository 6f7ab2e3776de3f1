import type { NodeOperationError } from 'n8n-workflow';

import { runWorkflow } from '../support/engine';
import { FileImports } from '../support/fileImports';
import { fileItem, fileWorkflow } from '../support/files';

const imports = new FileImports().use({ processingMilliseconds: 5 });

describe('a field without a file', () => {
	const NOT_THERE = "Item 0: the file in 'data' is not there";

	it('names the fields that have one', async () => {
		const item = await fileItem('tags\n1\n', { field: 'attachment_0' });
		item.binary!.invoice = item.binary!.attachment_0!;
		const run = await runWorkflow(fileWorkflow([item]), imports.access);
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe(NOT_THERE);
		expect(description).toBe(
			"This item has a file in 'attachment_0', 'invoice'. Set 'Input Data Field Name' to that.",
		);
	});

	it('says that there is none at all', async () => {
		const run = await runWorkflow(fileWorkflow([{ json: { data: 'tags' } }]), imports.access);
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe(NOT_THERE);
		expect(description).toBe(
			'This item has no file at all. Put a node that gives one before this one, such as Read/Write Files from Disk or HTTP Request.',
		);
	});

	it('is found by its path where n8n keeps files among the JSON', async () => {
		const { binary } = await fileItem('tags\n1\n');
		const workflow = fileWorkflow([{ json: { file: binary!.data as never } }]);
		const settings = { binaryMode: 'combined' } as const;
		const wrong = await runWorkflow({ ...workflow, settings }, imports.access);
		expect((wrong.data.resultData.error as NodeOperationError).description).toContain("in 'file'");
		workflow.nodes[1]!.parameters.binaryPropertyName = 'file';
		await runWorkflow({ ...workflow, settings }, imports.access);
		expect(imports.sandbox.importers()).toHaveLength(1);
	});
});
