import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workflow } from '../../scripts/n8n/types';
import { writeBigFile, type Expected } from './support/bigFile';
import { newInstance, SETUP_LIMIT, type Instance } from './support/instance';
import type { Live } from './support/live';
import { forgetPeak, peakMemory, residentMemory } from './support/processMemory';
import { startUploadSink, type UploadSink } from './support/uploadSink';
import bigFile from './workflows/big-file.json';

const MB = 1024 ** 2;
const RUN_LIMIT = 300_000;

/** Linux tells what a process held at most. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a CSV file of 1 GB in a real n8n that keeps files on disk', () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-big-'));
	let sink: UploadSink;
	let instance: Instance;
	let live: Live;

	beforeAll(async () => {
		sink = await startUploadSink(() => {
			held = residentMemory(live.pid);
			forgetPeak(live.pid);
		});
		const data = { apiKey: 'persona_sandbox_sink', baseUrl: sink.url };
		instance = await newInstance([
			{ id: 'personaApiSink', name: 'Sink', type: 'personaApi', data },
		]);
		live = await instance.goLive([bigFile as unknown as Workflow], folder);
	}, SETUP_LIMIT);

	afterAll(async () => {
		await live.stop();
		await instance.close();
		await sink.close();
		rmSync(folder, { recursive: true });
	});

	/** What n8n held when the node began, after it had read the file into its own storage. */
	let held = 0;

	async function importOf(path: string) {
		const query = new URLSearchParams({ path, sign: sink.signUrl });
		const response = await live.send(`/webhook/big-file?${query.toString()}`);
		const item = (await response.json()) as { meta: { rows: number; bytes: number } };
		return { item, added: (peakMemory(live.pid) - held) / MB };
	}

	const expectArrived = (fileName: string, { bytes, sha256 }: Expected) =>
		expect(sink.arrived.at(-1)).toEqual({
			name: 'data[attributes][file]',
			fileName,
			bytes,
			sha256,
		});

	it(
		'arrives whole, and takes at most 32 MB of memory on its way through the node',
		async () => {
			const small = join(folder, 'small.csv');
			const expectedSmall = writeBigFile(small, MB);
			// Whatever is loaded with the first file is no matter of its size.
			for (let round = 0; round < 3; round++) await importOf(small);
			expectArrived('small.csv', expectedSmall);

			const big = join(folder, 'big.csv');
			const expected = writeBigFile(big, 1024 * MB);
			const { item, added } = await importOf(big);
			expect(item.meta).toMatchObject({ rows: expected.rows, bytes: expected.bytes });
			expectArrived('big.csv', expected);
			expect(added).toBeLessThan(32);
		},
		RUN_LIMIT,
	);
});
