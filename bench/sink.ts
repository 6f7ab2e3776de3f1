import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from '../scripts/shared/ports';

/** Reads and discards whatever is sent, and answers as Persona does to an import. */
export interface Sink {
	url: string;
	/** The same, reading no faster than a line of {@link PACED_MBIT} Mbit/s brings it. */
	pacedUrl: string;
	close: () => void;
}

export const PACED_MBIT = 400;
const BYTES_A_MILLISECOND = (PACED_MBIT * 1_000_000) / 8 / 1000;
const PACED = '/paced';

function readPaced(request: IncomingMessage): void {
	const start = performance.now();
	let bytes = 0;
	request.on('data', (chunk: Buffer) => {
		bytes += chunk.length;
		const ahead = bytes / BYTES_A_MILLISECOND - (performance.now() - start);
		if (ahead < 1) return;
		request.pause();
		setTimeout(() => request.resume(), ahead);
	});
}

export async function startSink(): Promise<Sink> {
	let imports = 0;
	const server = createServer((request, response) => {
		if (request.url!.startsWith(PACED)) readPaced(request);
		request.resume().on('end', () => {
			const attributes = { status: 'pending', 'successful-count': 0, 'error-count': 0 };
			const data = { type: 'importer/account', id: `impr_${++imports}`, attributes };
			response.writeHead(201, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ data }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
	const { port } = server.address() as AddressInfo;
	const host = `http://${LOOPBACK}:${port}`;
	return {
		url: `${host}/api/v1`,
		pacedUrl: `${host}${PACED}/api/v1`,
		close: () => void server.close(),
	};
}
