import type { IDataObject, INode, IRun } from 'n8n-workflow';

import type { StoredImporter } from '../../../sandbox';
import { importWorkflow, runWorkflow } from './engine';
import { PersonaStandIn } from './personaStandIn';

/** Importer: Wait for Completion, with importers that end when a test says so. */
export class ImporterWait extends PersonaStandIn {
	async waitFor(
		importers: { id?: string }[],
		parameters: INode['parameters'] = {},
		settings: Partial<INode> = {},
		access = this.access,
	): Promise<IRun> {
		const operation = {
			resource: 'importer',
			operation: 'wait',
			importerId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			...parameters,
		};
		const rows = importers.map(({ id }) => ({ id, type: 'importer/account' }) as IDataObject);
		return await runWorkflow(importWorkflow(rows, { parameters: operation, settings }), access);
	}

	/** The same, with the seconds that it took. */
	async timed(...all: Parameters<ImporterWait['waitFor']>) {
		const before = this.clock.waited;
		const run = await this.waitFor(...all);
		return { run, seconds: (this.clock.waited - before) / 1000 };
	}

	pending(more: Partial<StoredImporter> = {}): StoredImporter {
		return this.sandbox.addImporter({ status: 'pending', ...more });
	}
}

export const become = (
	importer: StoredImporter,
	status: string,
	counts: Partial<StoredImporter> = {},
) => Object.assign(importer, { status, ...counts });
