import type { IExecuteFunctions } from 'n8n-workflow';

import { createdAtOf } from '../../pipeline/importer';
import type { ObjectBody } from '../../transport/client';
import { isRepeatOf } from '../../transport/repeats';

/**
 * Which run of the node, by index, got an importer first, for each execution. The object that n8n gives for a node's static
 * data is another one in each execution, and stays the same for all runs of the node in it, as in a loop.
 */
const runOfImporter = new WeakMap<object, Map<string, number>>();

/** Tells an import of this run from an earlier one, which Persona's idempotency answered with. */
export class EarlierImports {
	private readonly runIndex: number;
	private readonly known: Map<string, number>;

	constructor(context: IExecuteFunctions) {
		this.runIndex = Number(context.getWorkflowDataProxy(0).$runIndex);
		const execution = context.getWorkflowStaticData('node');
		this.known = runOfImporter.get(execution) ?? new Map<string, number>();
		runOfImporter.set(execution, this.known);
	}

	/**
	 * Whether Persona had the import already. One that a try before this one made, under Retry On Fail, is this run's own.
	 *
	 * @param uploadBegan see {@link isRepeatOf}
	 */
	has({ data }: ObjectBody, uploadBegan: number | undefined): boolean {
		const id = String(data.id);
		const run = this.known.get(id);
		if (run !== undefined) return run !== this.runIndex;
		const isEarlier = isRepeatOf(createdAtOf(data), uploadBegan);
		if (!isEarlier) this.known.set(id, this.runIndex);
		return isEarlier;
	}
}
