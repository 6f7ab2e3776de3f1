import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from '../../../scripts/shared/ports';

/** A server that only counts who comes. */
export interface Listener {
	port: number;
	url: string;
	connections(): number;
	close(): void;
}

export async function listen(): Promise<Listener> {
	let connections = 0;
	const server = createServer().on('connection', () => connections++);
	await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		url: `http://${LOOPBACK}:${port}`,
		connections: () => connections,
		close: () => void server.close(),
	};
}

/** Whether anything listens on a port of this machine. */
export async function answers(port: number): Promise<boolean> {
	return await fetch(`http://${LOOPBACK}:${port}/`).then(
		() => true,
		() => false,
	);
}
