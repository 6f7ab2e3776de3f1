import type { IDataObject, INode, INodeExecutionData, IRun } from 'n8n-workflow';

import type { StoredImporter } from '../../../sandbox';
import { importWorkflow, outputOf, runWorkflow } from './engine';
import { PersonaStandIn } from './personaStandIn';

export const THREE_ROWS = ['a', 'b', 'c'].map((id) => ({ reference_id: id }));

/** Imports of accounts with One Item per Row. */
export class RowsOutput extends PersonaStandIn {
	async run(
		rows: IDataObject[] = THREE_ROWS,
		options: INode['parameters'] = {},
		settings: Partial<INode> = {},
	) {
		const parameters = { output: 'rows', options };
		return await runWorkflow(importWorkflow(rows, { parameters, settings }), this.access);
	}

	/** Lets Persona finish an import, by its place in the run; the rows that it made accounts of are given. */
	finish(
		place: number,
		referenceIds: string[],
		change: Partial<StoredImporter> = {},
		seconds = 1,
	): void {
		this.clock.after(seconds, () => {
			for (const referenceId of referenceIds) this.sandbox.addAccount({ referenceId });
			const counts = { successfulCount: referenceIds.length };
			Object.assign(this.sandbox.importers()[place]!, { status: 'ready', ...counts, ...change });
		});
	}

	/** What the look-ups asked for, in their order. */
	lookUps(): string[][] {
		return this.sandbox.requests
			.filter(({ path }) => path === '/accounts')
			.map(({ query }) => query['filter[reference-id]']!.split(','));
	}

	/** The account that an import made for a reference ID. */
	imported(wanted: string) {
		return this.sandbox
			.accounts()
			.find(({ referenceId, importerId }) => referenceId === wanted && importerId)!;
	}

	/** The ID of the account that has a reference ID, whoever made it. */
	accountOf(wanted: string): string {
		return this.sandbox.accounts().find(({ referenceId }) => referenceId === wanted)!.id;
	}
}

export const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

/** Row, outcome and account of each item. */
export const rowOutcomes = (run: IRun) =>
	outputOf(run).map(({ json: { row, outcome, accountId } }) => [row, outcome, accountId]);
