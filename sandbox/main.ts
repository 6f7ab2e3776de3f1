import { API_KEY_PREFIX } from './choices';
import { startSandbox, type Sandbox } from './index';

/** PORT, or the sandbox's own default port. Throws a sentence for anything that is not a port. */
function readPort(text: string | undefined): number {
	if (text === undefined || text === '') return 4010;
	if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
	throw new Error(`PORT must be a number from 0 to 65535, but it is "${text}".`);
}

/** One sentence that says why the sandbox did not start and what to do. */
function explain(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE') {
		return 'The port is in use: stop what listens there, or choose another with PORT=<number>.';
	}
	return `The sandbox did not start: ${message}`;
}

function closeOnSignal(sandbox: Sandbox): void {
	const close = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', close).once('SIGTERM', close);
}

async function main(): Promise<void> {
	try {
		const { HOST: host, PORT: port } = process.env;
		const log = (line: string) => {
			console.log(line);
		};
		const sandbox = await startSandbox({ host, port: readPort(port), log });
		closeOnSignal(sandbox);
		console.log(`Persona sandbox: ${sandbox.url}`);
		console.log(`API key:         ${sandbox.apiKey} (any key that starts with ${API_KEY_PREFIX})`);
		console.log('Ctrl-C ends it.');
	} catch (error) {
		console.error(explain(error));
		process.exitCode = 1;
	}
}

void main();
