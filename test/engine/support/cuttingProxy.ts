import { connect, createServer, type AddressInfo } from 'node:net';

/** Stands in front of a server and breaks the first connection off in the middle of what it carries. */
export interface CuttingProxy {
	url: string;
	close(): Promise<void>;
}

/**
 * @param target URL of the server
 * @param bytes that the first connection lets through
 */
export async function startCuttingProxy(target: string, bytes: number): Promise<CuttingProxy> {
	const { hostname, port, pathname } = new URL(target);
	let left = bytes;
	const server = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		const end = () => {
			client.destroy();
			upstream.destroy();
		};
		client.on('error', end).on('close', end);
		upstream.on('error', end).on('close', end);
		if (left > 0) {
			client.on('data', (chunk) => {
				left -= chunk.length;
				if (left <= 0) end();
			});
		}
		client.pipe(upstream).pipe(client);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}${pathname}`,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
