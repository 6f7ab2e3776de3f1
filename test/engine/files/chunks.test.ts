import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputOf, runWorkflow } from '../support/engine';
import { fileItem, fileWorkflow, useBinaryMode } from '../support/files';

interface Buffers {
	transfer?: (this: ArrayBuffer, length: number) => ArrayBuffer;
}

/** Of the buffers that files are read into. */
const prototype = Object.getPrototypeOf(Buffer.alloc(1).buffer) as Buffers;
const original = prototype.transfer;

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
	await useBinaryMode('filesystem');
});
beforeEach(() => sandbox.reset());
afterEach(() => {
	prototype.transfer = original;
	if (original === undefined) delete prototype.transfer;
});
afterAll(async () => await sandbox.close());

/** Several chunks, with characters of two to four bytes at their edges. */
const ROWS = Array.from({ length: 30_000 }, (_, index) => `c-${index},Zoë 名😀 ${index}\r\n`).join(
	'',
);
const FILE = `reference_id,name_first\r\n${ROWS}`;

async function importFile() {
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const run = await runWorkflow(fileWorkflow([await fileItem(FILE)], {}), access);
	return outputOf(run)[0]!.json.meta;
}

const received = () => sandbox.importers().map(({ id }) => sandbox.csvOf(id).toString());

it('lets go of what it has checked, and sends all of it', async () => {
	let freed = 0;
	prototype.transfer = function (length) {
		freed += this.byteLength;
		structuredClone(this, { transfer: [this] });
		return new ArrayBuffer(length);
	};
	expect(await importFile()).toMatchObject({ rows: 30_000, bytes: Buffer.byteLength(FILE) });
	expect(received()).toEqual([FILE]);
	expect(freed).toBe(Buffer.byteLength(FILE));
});

it('does the same where buffers cannot be let go, as in Node.js 20', async () => {
	prototype.transfer = undefined;
	delete prototype.transfer;
	expect(await importFile()).toMatchObject({ rows: 30_000, bytes: Buffer.byteLength(FILE) });
	expect(received()).toEqual([FILE]);
});
