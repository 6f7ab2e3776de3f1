import { portProblem } from '../shared/ports';
import { StopReason } from '../shared/stop-reason';
import type { StartOptions } from './options';

/** Where the search for another port begins: next to the usual one, and away from n8n's own other ports. */
const OTHERS = { '--port': 5690, '--sandbox-port': 4011 };

type PortOption = keyof typeof OTHERS;

/**
 * Makes sure before anything slow begins that the demo can listen where it has to.
 *
 * @throws StopReason that names the command which uses other ports
 */
export async function requireFreePorts(options: StartOptions): Promise<void> {
	const problems: string[] = [];
	const instead: string[] = [];
	const require = async (option: PortOption, port: number, purpose: string) => {
		const problem = await portProblem(port);
		if (problem === undefined) return;
		problems.push(`Port ${port} for ${purpose} ${problem}.`);
		instead.push(option, String(await freeFrom(OTHERS[option])));
	};
	await require('--port', options.port, 'n8n');
	if (!options.apiKey) await require('--sandbox-port', options.sandboxPort, 'the sandbox');
	if (problems.length === 0) return;
	const command = ['npm start --', ...withoutPorts(options.args, instead), ...instead].join(' ');
	throw new StopReason(
		`${problems.join(' ')} Stop what uses it, or run this command instead:\n\n  ${command}`,
	);
}

async function freeFrom(port: number): Promise<number> {
	return (await portProblem(port)) === undefined ? port : await freeFrom(port + 1);
}

/** The arguments but those that are replaced, quoted for a shell where they need it. */
function withoutPorts(args: readonly string[], replaced: readonly string[]): string[] {
	return args
		.filter((arg, index) => {
			const isName = replaced.includes(arg.split('=')[0] ?? '');
			return !isName && !replaced.includes(args[index - 1] ?? '');
		})
		.map((arg) => (/^[\w./:=-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`));
}
