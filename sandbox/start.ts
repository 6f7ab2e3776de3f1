import type { AddressInfo } from 'node:net';
import { API_KEY_PREFIX } from './choices';
import { BASE_PATH } from './http/exchange';
import { buildServer } from './server';
import { State } from './state';
import type { Sandbox, SandboxOptions } from './types';

/**
 * Starts a sandbox and resolves once it listens.
 * Rejects with Node's error, e.g. code `EADDRINUSE` for a port in use.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { host = '127.0.0.1', port = 0 } = options;
	const state = new State(options);
	const server = await buildServer(state, options.log);
	await server.listen({ host, port });
	const address = server.server.address() as AddressInfo;
	return {
		url: `http://${host}:${String(address.port)}${BASE_PATH}`,
		apiKey: `${API_KEY_PREFIX}example`,
		requests: state.requests,
		faults: state.faults,
		accounts: () => state.accounts.all(),
		importers: () => state.importers.all(),
		csvOf: (importerId) => state.importers.fileOf(importerId),
		addAccount: (account = {}) => state.accounts.add(account),
		addAccountType: (type = {}) => state.accountTypes.add(type),
		batchJobs: () => state.batchJobs.all(),
		addBatchJob: (job = {}) => state.batchJobs.add({ status: 'completed', ...job }),
		addImporter: (importer = {}) =>
			state.importers.add({
				status: 'ready',
				completedAt: importer.status === 'pending' ? null : new Date(state.now()).toISOString(),
				...importer,
			}),
		addList: (list = {}) => state.lists.add(list),
		listItems: (listId) => state.lists.itemsOf(listId),
		webhooks: () => state.webhooks.all(),
		emit: (event) => state.deliveries.emit(event),
		deliveries: state.deliveries.made,
		settle: () => state.queue.settle(),
		reset: () => {
			state.reset();
		},
		async close() {
			state.queue.clear();
			state.deliveries.clear();
			await server.close();
		},
	};
}
