import type { Sandbox, SandboxOptions } from './types';

/** Starts a sandbox and resolves once it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	throw new Error(`The sandbox for port ${String(options.port)} is not built yet`);
}
