import type { INode } from 'n8n-workflow';

import type { StoredImporter } from '../../../sandbox';
import { importWorkflow, runWorkflow } from './engine';
import { PersonaStandIn } from './personaStandIn';

export const FOUR_ROWS = ['a', 'b', 'c', 'd'].map((id) => ({ reference_id: id }));

/** Imports with Wait for Completion, two rows each; what becomes of an importer is up to each test. */
export class ImportAndWait extends PersonaStandIn {
	constructor() {
		super();
		this.use({ processingMilliseconds: Infinity });
	}

	/** The run, and the seconds that it took. */
	async run(
		options: INode['parameters'] = {},
		settings: Partial<INode> = {},
		rows: object[] = FOUR_ROWS,
	) {
		const parameters = { waitForCompletion: true, options: { rowsPerImport: 2, ...options } };
		const before = this.clock.waited;
		const file = importWorkflow(rows as never, { parameters, settings });
		const run = await runWorkflow(file, this.access);
		return { run, seconds: (this.clock.waited - before) / 1000 };
	}

	/** Lets Persona change an importer, by its place in the run, some seconds after the begin. */
	become(seconds: number, place: number, change: Partial<StoredImporter>): void {
		this.clock.after(seconds, () => Object.assign(this.sandbox.importers()[place]!, change));
	}

	finish(seconds: number, place: number, counts: Partial<StoredImporter> = {}): void {
		this.become(seconds, place, { status: 'ready', successfulCount: 2, ...counts });
	}
}
