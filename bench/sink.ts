import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from '../scripts/shared/ports';

/** Reads and discards whatever is sent, and answers as Persona does to an import. */
export interface Sink {
	url: string;
	close: () => void;
}

export async function startSink(): Promise<Sink> {
	let imports = 0;
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			const attributes = { status: 'pending', 'successful-count': 0, 'error-count': 0 };
			const data = { type: 'importer/account', id: `impr_${++imports}`, attributes };
			response.writeHead(201, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ data }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://${LOOPBACK}:${port}/api/v1`, close: () => void server.close() };
}
