import { LOOPBACK } from '../../scripts/shared/ports';
import { describeCredential } from './credential';
import { describeExamples } from './examples';
import { describeImporters } from './importers';
import { describeList } from './list';
import { describeMapping } from './mapping';
import { describeMessages } from './messages';
import { describeOutput } from './output';
import { describePanel } from './panel';
import { describeParameters } from './parameters';
import { describeRedact } from './redact';
import { Editor } from './support/editor';
import { describeTrigger } from './trigger';

/** Building, packing, installing and starting n8n, which is in the cache already. */
const SETUP_LIMIT = 900_000;

jest.setTimeout(180_000);

// One n8n serves all: two of them would be too much for a small machine.
describe('In the editor', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.open();
	}, SETUP_LIMIT);

	beforeEach(() => editor.instance.sandbox.reset());

	afterAll(() => editor?.close());

	describeCredential(() => editor);
	describePanel(() => editor);
	describeMapping(() => editor);
	describeParameters(() => editor);
	describeImporters(() => editor);
	describeExamples(() => editor);
	describeList(() => editor);
	describeOutput(() => editor);
	describeMessages(() => editor);
	describeRedact(() => editor);
	describeTrigger(() => editor);

	it('nothing is fetched from anywhere else', () => {
		expect([...editor.hosts]).toEqual([LOOPBACK]);
	});
});
