import type { IExecuteFunctions } from 'n8n-workflow';

import { createdAtOf } from '../../pipeline/importer';
import type { ObjectBody } from '../../transport/client';
import { isRepeatOf } from '../../transport/repeats';
import type { AcceptedUpload, FailedUpload, Upload } from './upload';

/** The uploads of one run of the node, in all its tries. */
interface Tries {
	/** What came of uploads that must not be sent again, by label and content. */
	settled: Map<string, AcceptedUpload | FailedUpload>;
	/** Labels of batches that may have arrived although their upload did not get through. */
	uncertain: Set<string>;
	/** Labels of batches that were sent in halves. */
	halved: Set<string>;
}

interface Remembered {
	/** Which run of the node, by its index, got an importer first. */
	runOfImporter: Map<string, number>;
	runs: Map<number, Tries>;
}

/**
 * The object that n8n gives for a node's static data is another one in each execution, and stays the same for all tries and
 * runs of the node in it.
 */
const executions = new WeakMap<object, Remembered>();

/**
 * What this execution has sent before: in earlier runs of the node, as in a loop, and in earlier tries of this run, which
 * n8n makes under Retry On Fail.
 */
export class EarlierTries {
	private readonly isRetried: boolean;
	private readonly runIndex: number;
	private readonly remembered: Remembered;
	private readonly tries: Tries;

	constructor(context: IExecuteFunctions) {
		this.isRetried = context.getNode().retryOnFail === true;
		this.runIndex = Number(context.getWorkflowDataProxy(0).$runIndex);
		const execution = context.getWorkflowStaticData('node');
		this.remembered = executions.get(execution) ?? { runOfImporter: new Map(), runs: new Map() };
		executions.set(execution, this.remembered);
		const { runs } = this.remembered;
		const none: Tries = { settled: new Map(), uncertain: new Set(), halved: new Set() };
		this.tries = runs.get(this.runIndex) ?? none;
		runs.set(this.runIndex, this.tries);
	}

	/**
	 * Whether Persona had an import before this run of the node.
	 *
	 * @param uploadBegan see {@link isRepeatOf}
	 */
	made({ data }: ObjectBody, uploadBegan: number | undefined): boolean {
		const { runOfImporter } = this.remembered;
		const id = String(data.id);
		const run = runOfImporter.get(id);
		if (run !== undefined) return run !== this.runIndex;
		const isEarlier = isRepeatOf(createdAtOf(data), uploadBegan);
		if (!isEarlier) runOfImporter.set(id, this.runIndex);
		return isEarlier;
	}

	/** What came of an upload with an earlier try, if sending it again could import its rows twice. */
	settled({ label, content }: Upload): AcceptedUpload | FailedUpload | undefined {
		return this.isRetried ? this.tries.settled.get(`${label}/${content.digest}`) : undefined;
	}

	/** Remembers what came of an upload, for the tries after this one. */
	note({ label, content }: Upload, sent: AcceptedUpload | FailedUpload): void {
		const isAccepted = 'body' in sent;
		if (!isAccepted && sent.uncertain) this.tries.uncertain.add(label);
		if (isAccepted || (sent.uncertain && !sent.hasKey))
			this.tries.settled.set(`${label}/${content.digest}`, sent);
	}

	/** Whether nobody can say if a batch arrived with an earlier try; what this try says of it is not the whole truth then. */
	isUncertain(label: string): boolean {
		return this.tries.uncertain.has(label);
	}

	noteHalved(label: string): void {
		this.tries.halved.add(label);
	}

	/** Whether a batch was sent in halves. These may have arrived, so it must not be sent whole now. */
	wasHalved(label: string): boolean {
		return this.tries.halved.has(label);
	}
}
