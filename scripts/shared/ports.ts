import { createServer, type AddressInfo } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
	return await tryToListen(0);
}

/** Why nothing can listen on a port, as the end of a sentence; undefined if it is free. */
export async function portProblem(port: number): Promise<string | undefined> {
	try {
		await tryToListen(port);
		return undefined;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${String(code)})`;
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
