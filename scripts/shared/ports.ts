import { createServer, type AddressInfo } from 'node:net';
import { StopReason } from './stop-reason';

export const LOOPBACK = '127.0.0.1';

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
	return await tryToListen(0);
}

/** Makes sure that a port is free before anything slow begins. */
export async function requireFreePort(
	port: number,
	purpose: string,
	option: string,
): Promise<void> {
	try {
		await tryToListen(port);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const what = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${String(code)})`;
		throw new StopReason(
			`Port ${port} for ${purpose} ${what}; stop what uses it or choose another port with ${option}`,
		);
	}
}

function tryToListen(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, LOOPBACK, () => {
			const { port: taken } = server.address() as AddressInfo;
			server.close(() => resolve(taken));
		});
	});
}
