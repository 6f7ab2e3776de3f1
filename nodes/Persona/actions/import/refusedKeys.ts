import type { IExecuteFunctions } from 'n8n-workflow';

/** Longer than Persona repeats a refusal or an import to its key. */
const KEPT_FOR = 48 * 60 * 60 * 1000;
/** Refused uploads that are remembered; static data is stored with the workflow, and must stay small. */
const MOST_KEYS = 100;

interface RefusedKey {
	generation: number;
	/** When it was last refused or asked for, in milliseconds since 1970. */
	usedAt: number;
}

/**
 * Remembers which keys Persona refused for good, in the workflow's static data: so that the next execution sends the same
 * rows under the next key, once the reason of the refusal is gone.
 *
 * This never imports rows twice. A key is left behind only after an answer which proves that nothing was imported under it,
 * and the keys of some content always follow each other in the same order. So whoever starts at an earlier one, because this
 * memory was lost, meets refusals until the key under which the rows were imported.
 */
export class RefusedKeys {
	/** Whether n8n keeps static data: it does not after a run that somebody started by hand in the editor. */
	readonly areKept: boolean;

	constructor(private readonly context: IExecuteFunctions) {
		this.areKept = context.getMode() !== 'manual';
	}

	/** How many keys of this content were refused. */
	generationOf(contentKey: string): number {
		const known = this.known[contentKey];
		if (known === undefined) return 0;
		known.usedAt = Date.now();
		return known.generation;
	}

	/** Leaves the current key of this content behind. */
	add(contentKey: string): void {
		const { known } = this;
		const generation = (known[contentKey]?.generation ?? 0) + 1;
		const kept = Object.entries(known)
			.filter(([key, { usedAt }]) => key !== contentKey && usedAt > Date.now() - KEPT_FOR)
			.slice(1 - MOST_KEYS);
		kept.push([contentKey, { generation, usedAt: Date.now() }]);
		this.context.getWorkflowStaticData('node').refusedKeys = Object.fromEntries(kept);
	}

	private get known(): Record<string, RefusedKey> {
		const { refusedKeys } = this.context.getWorkflowStaticData('node');
		return (refusedKeys ?? {}) as Record<string, RefusedKey>;
	}
}
