import { referenceKey } from '../../../pipeline/duplicates';
import type { ImporterCounts } from '../../../pipeline/importer';
import type { SeenRow } from '../../../pipeline/outcomes';

/** Counts outcomes, to compare them with what Persona counted. */
export class OutcomeTally {
	/** Rows whose outcome stays open. */
	unverifiable = 0;
	/** Rows with an account, of which it is not known which one. */
	severalAccounts = 0;
	created = 0;
	/** Rows that had an account already, be it from a row before them. */
	existing = 0;
	private unverifiableSent = 0;
	private readonly keys = new Set<string>();

	/** @param wasSent false for a row that was merged into another, which Persona knows nothing of */
	add({ outcome, accountId }: SeenRow, referenceId: string, wasSent: boolean): void {
		if (outcome === 'unverifiable') this.unverifiable++;
		else if (outcome !== 'notFound' && accountId === null) this.severalAccounts++;
		if (!wasSent) return;
		const key = referenceKey(referenceId);
		if (outcome === 'unverifiable') this.unverifiableSent++;
		else if (outcome === 'alreadyExisted') this.existing++;
		else if (outcome === 'created' && this.keys.has(key)) this.existing++;
		else if (outcome === 'created') this.created++;
		this.keys.add(key);
	}

	/** Whether Persona can have counted the same; a row that is unverifiable may be anything. */
	fits({ successful, duplicate }: ImporterCounts): boolean {
		const isNear = (counted: number, seen: number) =>
			counted >= seen && counted <= seen + this.unverifiableSent;
		return isNear(successful, this.created) && isNear(duplicate, this.existing);
	}
}
