import { connect, createServer, type AddressInfo } from 'node:net';
import { LOOPBACK } from '../../../scripts/shared/ports';

/** Stands in front of a server, and can hold back uploads. */
export interface Gate {
	url: string;
	/**
	 * What happens to uploads that begin from now on. `requests`: the server gets their headers and a bit of their body, and no
	 * more. `answers`: the server gets them whole, and the client no answer.
	 */
	holds: 'nothing' | 'requests' | 'answers';
	/** Lets the answers go that are held, and holds nothing any more. */
	release(): void;
	/** Connections that are open now. */
	open(): number;
	close(): Promise<void>;
}

/** Bytes of a body that arrive when it is held. */
const BIT = 20;

const END_OF_HEADERS = '\r\n\r\n';

/** How much of a held request the server gets; `sent` is all that the client has sent up to now. */
function passed(sent: string): number {
	const end = sent.indexOf(END_OF_HEADERS);
	return end < 0 ? sent.length : Math.min(sent.length, end + END_OF_HEADERS.length + BIT);
}

/** @param target URL of the server */
export async function startGate(target: string): Promise<Gate> {
	const { hostname, port, pathname } = new URL(target);
	const open = new Set<object>();
	const answers = new Set<() => void>();
	const server = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		open.add(client);
		const end = () => {
			open.delete(client);
			client.destroy();
			upstream.destroy();
		};
		client.on('error', end).on('close', end);
		upstream.on('error', end).on('close', end);
		const answer = () => void upstream.pipe(client);
		client.once('data', (first: Buffer) => {
			const isUpload = first.toString('latin1').startsWith('POST ');
			if (isUpload && gate.holds === 'answers') answers.add(answer);
			else answer();
			let sent = '';
			const pass = (chunk: Buffer) => {
				const before = passed(sent);
				sent += chunk.toString('latin1');
				upstream.write(sent.slice(before, passed(sent)), 'latin1');
			};
			if (isUpload && gate.holds === 'requests') {
				pass(first);
				client.on('data', pass);
			} else {
				upstream.write(first);
				client.pipe(upstream);
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
	const address = server.address() as AddressInfo;
	const gate: Gate = {
		url: `http://${LOOPBACK}:${address.port}${pathname}`,
		holds: 'nothing',
		release() {
			gate.holds = 'nothing';
			for (const answer of answers) answer();
			answers.clear();
		},
		open: () => open.size,
		close: () => new Promise((resolve) => void server.close(() => resolve())),
	};
	return gate;
}
