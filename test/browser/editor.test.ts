import { describeCredential } from './credential';
import { describeList } from './list';
import { describeMessages } from './messages';
import { describeNode } from './node';
import { Editor } from './support/editor';

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
	describeNode(() => editor);
	describeList(() => editor);
	describeMessages(() => editor);
});
