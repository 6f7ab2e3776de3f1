import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Two servers on this machine, which count as different hosts because their ports differ. */
export interface RedirectingHosts {
	/** The base URL of the first one, which redirects every request to the second one. */
	baseUrl: string;
	/** What arrived at each, in order. */
	first: IncomingMessage[];
	second: IncomingMessage[];
	close(): Promise<void>;
}

async function listen(server: Server): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** @param status with which the first one redirects */
export async function startRedirectingHosts(status = 302): Promise<RedirectingHosts> {
	const first: IncomingMessage[] = [];
	const second: IncomingMessage[] = [];
	const target = createServer((request, response) => {
		second.push(request);
		request.resume();
		// What would pass for an answer of Persona.
		response.setHeader('content-type', 'application/json').end('{"data":[]}');
	});
	const elsewhere = await listen(target);
	const source = createServer((request, response) => {
		first.push(request);
		request.resume();
		response.writeHead(status, { location: `${elsewhere}/api/v1/rate-limits` }).end();
	});
	const baseUrl = `${await listen(source)}/api/v1`;
	return {
		baseUrl,
		first,
		second,
		async close() {
			for (const server of [source, target]) {
				server.closeAllConnections();
				await new Promise((resolve) => server.close(resolve));
			}
		},
	};
}
