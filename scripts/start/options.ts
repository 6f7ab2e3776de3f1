import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../n8n/cache';
import { StopReason } from '../shared/stop-reason';

/** What `npm start` was asked for. */
export interface StartOptions {
	/** The command line that said so. */
	args: readonly string[];
	/** Stop after the main example. */
	once: boolean;
	/** Where n8n's editor listens. */
	port: number;
	sandboxPort: number;
	/** Folder for the state of the demo's n8n. */
	folder: string;
	/** A key for Persona itself; without one the sandbox serves. */
	apiKey: string | undefined;
	baseUrl: string;
}

const PERSONA = 'https://api.withpersona.com/api/v1';

/** Reads the command line and the environment; the command line wins. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
	const values = parse(args);
	const port = portOf(values.port ?? env.N8N_PORT ?? '5678', '--port');
	return {
		args,
		once: values.once,
		port,
		sandboxPort: portOf(values['sandbox-port'] ?? env.SANDBOX_PORT ?? '4010', '--sandbox-port'),
		folder: values.folder ? resolve(values.folder) : join(cacheFolder(), `demo-${port}`),
		apiKey: env.PERSONA_API_KEY || undefined,
		baseUrl: env.PERSONA_BASE_URL ?? PERSONA,
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				once: { type: 'boolean', default: false },
				port: { type: 'string' },
				'sandbox-port': { type: 'string' },
				folder: { type: 'string' },
			},
		}).values;
	} catch (error) {
		throw new StopReason(
			`${(error as Error).message}; npm start -- takes --once, --port, --sandbox-port and --folder`,
		);
	}
}

function portOf(text: string, option: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new StopReason(`'${text}' is no port; ${option} takes a number from 1 to 65535`);
}
