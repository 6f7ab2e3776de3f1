import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { NodeApiError } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import { startCuttingProxy } from './support/cuttingProxy';
import {
	hintsOf,
	reasonsIn,
	outputOf,
	runWorkflow,
	type PersonaNode,
	reasonIn,
} from './support/engine';
import {
	BINARY_MODES,
	binaryDataService,
	fileItem,
	fileWorkflow,
	loseFile,
	storageFolder,
	useBinaryMode,
} from './support/files';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const on = { method: 'POST', path: '/importer/accounts' };

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

/** Large enough that much of it is still unread when a connection breaks. */
const ROWS = Array.from({ length: 100_000 }, (_, index) => `ref-${index},Zoë,"山田, ${index}"\n`);
const FILE = `Reference ID,First Name,Last Name\n${ROWS.join('')}`;
const SENT = `reference_id,name_first,name_last\n${ROWS.join('')}`;

async function importOf(contents: string[], node: PersonaNode = {}, where = {}) {
	const items = await Promise.all(contents.map(async (content) => await fileItem(content)));
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...where };
	return await runWorkflow(fileWorkflow(items, node), access);
}

/** Files of n8n's storage that this process still has open. */
function openFiles(): string[] {
	const folder = realpathSync(storageFolder());
	return readdirSync('/proc/self/fd').flatMap((descriptor) => {
		try {
			const file = readlinkSync(`/proc/self/fd/${descriptor}`);
			return file.startsWith(folder) ? [file] : [];
		} catch {
			return [];
		}
	});
}

async function soonNoOpenFiles(): Promise<void> {
	for (let tries = 0; openFiles().length > 0 && tries < 100; tries++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	expect(openFiles()).toEqual([]);
}

function expectSentTwice(): void {
	expect(sandbox.requests).toHaveLength(2);
	const [first, second] = sandbox.requests.map(({ headers }) => headers);
	expect(second!['idempotency-key']).toBe(first!['idempotency-key']);
	expect(second!['content-length']).toBe(first!['content-length']);
	expect(sandbox.importers()).toHaveLength(1);
	expect(sandbox.csvOf(sandbox.importers()[0]!.id).toString() === SENT).toBe(true);
}

describe.each(BINARY_MODES)('what passes by itself, in binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it.each<[string, Fault]>([
		['429', { kind: 'rateLimited', resetSeconds: 7, on }],
		['a dropped connection before the write', { kind: 'dropConnection', when: 'beforeWrite', on }],
		['a dropped connection after the write', { kind: 'dropConnection', when: 'afterWrite', on }],
		['502 from a gateway', { kind: 'status', status: 502, saved: false, on }],
	])('%s: sends the same bytes with the same key again', async (_, fault) => {
		sandbox.faults.add(fault);
		expect(outputOf(await importOf([FILE]))).toHaveLength(1);
		expectSentTwice();
		await soonNoOpenFiles();
	});

	it('a connection that breaks in the middle of the file: the same', async () => {
		const proxy = await startCuttingProxy(sandbox.url, 1_000_000);
		expect(outputOf(await importOf([FILE], {}, { baseUrl: proxy.url }))).toHaveLength(1);
		await proxy.close();
		expectSentTwice();
	});
});

describe('what Persona does not take', () => {
	beforeAll(async () => await useBinaryMode('filesystem'));

	it('Stop Workflow: names the imports that went before', async () => {
		sandbox.faults.add({ kind: 'slow', milliseconds: 1, on });
		sandbox.faults.add({ kind: 'status', status: 422, on });
		const run = await importOf(['tags\n1\n', 'tags\n2\n', 'tags\n3\n']);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Persona did not accept the file (HTTP 422)');
		expect(error.description).toContain(
			`Persona accepted other rows of this run: importer ${sandbox.importers()[0]!.id}.`,
		);
		expect(error.context.itemIndex).toBe(1);
		expect(sandbox.requests).toHaveLength(2);
		await soonNoOpenFiles();
	});

	it.each([
		['continueRegularOutput', 0, 2],
		['continueErrorOutput', 1, 0],
	] as const)('%s: the other files go on', async (onError, output, after) => {
		sandbox.faults.add({ kind: 'slow', milliseconds: 1, on });
		sandbox.faults.add({ kind: 'status', status: 422, on });
		const settings = { onError };
		const run = await importOf(['tags\n1\n', 'tags\n2\n', 'tags\n3\n'], { settings });
		expect(outputOf(run).slice(0, 2)).toMatchObject([
			{ json: { id: sandbox.importers()[0]!.id }, pairedItem: [{ item: 0 }] },
			{ json: { id: sandbox.importers()[1]!.id }, pairedItem: [{ item: 2 }] },
		]);
		const [failed, ...more] = outputOf(run, output).slice(after);
		expect(more).toEqual([]);
		expect(failed).toMatchObject({
			json: { error: 'Item 1: Persona did not accept the file (HTTP 422)' },
			pairedItem: { item: 1 },
		});
		expect(hintsOf(run)).toEqual([
			`2 files sent, 1 not: see ${reasonsIn(onError)} for the reasons`,
		]);
	});

	it('a refused key: the other files are not sent, and say so', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const apiKey = 'persona_production_unknown';
		const run = await importOf(['tags\n1\n', 'tags\n2\n', 'tags\n3\n'], { settings }, { apiKey });
		expect(sandbox.requests).toHaveLength(1);
		expect(outputOf(run).map(({ json }) => json.error)).toEqual(
			[0, 1, 2].map((item) => `Item ${item}: Persona does not accept the API key (HTTP 401)`),
		);
		expect(reasonIn(outputOf(run)[1]!)?.description).toContain('These rows were not sent');
		expect(hintsOf(run)).toEqual(['0 files sent, 3 not: see the last items for the reasons']);
	});

	it('words of the file in what Persona says are masked, words of the header are not', async () => {
		const details = 'File must be under 2 bytes: row 3 of Müller-Ælfric, Björk; see name_last';
		const body = { errors: [{ title: 'Record invalid', details }] };
		sandbox.faults.add({ kind: 'status', status: 422, body, on });
		const file = `reference_id,name_last\n1,Müller\n2,x\n${',\n'.repeat(100_000)}ælfric BJÖRK,y\n`;
		const run = await importOf([file]);
		expect((run.data.resultData.error as NodeApiError).description).toContain(
			'Persona says: Record invalid: File must be under 2 bytes: row 3 of •••-•••, •••; see name_last.',
		);
		await soonNoOpenFiles();
	});

	it('an import that Persona could not process: one item for its file', async () => {
		const parameters = { waitForCompletion: true };
		const settings = { onError: 'continueRegularOutput' } as const;
		const run = await importOf(['tags\n1\n', 'tags,name_last\n1\n'], { parameters, settings });
		const [good, bad] = sandbox.importers();
		expect(outputOf(run)).toMatchObject([
			{ json: { id: good!.id, attributes: { status: 'ready', 'successful-count': 1 } } },
			{
				json: { error: `Item 1: Persona could not process the import ${bad!.id}` },
				pairedItem: { item: 1 },
			},
		]);
	});
});

const LOST = "Item 0: the file in 'data' could not be read from where n8n keeps it";

describe('a file that n8n does not have any more', () => {
	beforeAll(async () => await useBinaryMode('filesystem'));

	it('is noticed before anything is sent', async () => {
		const items = [await fileItem('tags\n1\n'), await fileItem('tags\n2\n')];
		loseFile(items[0]!);
		const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		const run = await runWorkflow(fileWorkflow(items), access);
		const { message, description } = run.data.resultData.error as NodeApiError;
		expect(message).toBe('1 of 2 files cannot be imported, so nothing was sent');
		expect(description).toContain(`${LOST}. Run the workflow again`);
		expect(sandbox.requests).toEqual([]);
	});

	it('is noticed before a further attempt, which is then not made', async () => {
		const item = await fileItem('tags\n1\n');
		sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite', on });
		clock.after(1, () => loseFile(item));
		const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		const run = await runWorkflow(fileWorkflow([item]), access);
		const { message, description } = run.data.resultData.error as NodeApiError;
		expect(message).toBe(LOST);
		expect(description).toContain('An attempt before that may have arrived');
		expect(sandbox.requests).toHaveLength(1);
	});
});

/** Lets a test see, and spoil, the streams that n8n opens: the first of a file is for the check, the others are to be sent. */
function watchStreams(onOpen: (stream: Readable, number: number) => void = () => undefined) {
	const service = binaryDataService();
	const open = service.getAsStream.bind(service);
	const streams: Readable[] = [];
	const spy = jest.spyOn(service, 'getAsStream').mockImplementation(async (id, size) => {
		const stream = await open(id, size);
		onOpen(stream, streams.push(stream));
		return stream;
	});
	return { streams, spy };
}

it('a file is not read on when its connection has broken', async () => {
	await useBinaryMode('filesystem');
	const proxy = await startCuttingProxy(sandbox.url, 100_000);
	const { streams, spy } = watchStreams();
	const large = `Reference ID,First Name,Last Name\n${ROWS.join('').repeat(10)}`;
	expect(outputOf(await importOf([large], {}, { baseUrl: proxy.url }))).toHaveLength(1);
	spy.mockRestore();
	await proxy.close();
	expect(streams.map(({ destroyed }) => destroyed)).toEqual([true, true, true]);
	expect(streams.map(({ readableEnded }) => readableEnded)).toEqual([true, false, true]);
	await soonNoOpenFiles();
});

// Last, because what is left of the attempts may arrive late.
it('a file whose reading fails while it is sent, is noticed', async () => {
	await useBinaryMode('filesystem');
	const { streams, spy } = watchStreams((stream, number) => {
		if (number === 1) return;
		stream.once('readable', () => setImmediate(() => stream.destroy(new Error())));
	});
	const run = await importOf([FILE]);
	spy.mockRestore();
	const { message, description } = run.data.resultData.error as NodeApiError;
	expect(message).toBe(LOST);
	expect(streams).toHaveLength(6);
	expect(description).toContain('An attempt before that may have arrived');
	expect(sandbox.importers()).toEqual([]);
	await soonNoOpenFiles();
});
