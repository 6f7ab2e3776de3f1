import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { failedItem, type NodeError } from '../common/errors';
import { Hints } from '../common/hints';
import { plural } from '../common/hintTexts';
import type { RedactOutcome, SeenAccount } from './redactAccount';

/** One account to redact, or a reference ID without one. */
export interface Target {
	accountId: string | null;
	referenceId: string | null;
	/** Of one that was redacted before, as Persona writes it. */
	redactedAt: string | null;
	/** All input items that ask for it. */
	items: number[];
}

/** Most account IDs that a message names. */
const MOST_ACCOUNTS_NAMED = 100;

const FAILED = { outcome: 'failed', referenceId: null, redactedAt: null, requestId: null } as const;

function receipt(target: Target, seen: SeenAccount): INodeExecutionData {
	const json: IDataObject = {
		accountId: target.accountId,
		referenceId: target.referenceId ?? seen.referenceId,
		outcome: seen.outcome,
		redactedAt: seen.redactedAt,
		requestId: seen.requestId,
	};
	return { json, pairedItem: target.items.map((item) => ({ item })) };
}

/** What became of each account: a receipt for those that were dealt with, and an item with the reason for the others. */
export class Receipts {
	private readonly items: INodeExecutionData[] = [];
	private readonly failed: INodeExecutionData[] = [];
	private readonly redacted: string[] = [];
	private readonly counts = new Map<RedactOutcome, number>();

	constructor(private readonly context: IExecuteFunctions) {}

	add(target: Target, seen: SeenAccount): void {
		this.items.push(receipt(target, seen));
		if (seen.outcome === 'redacted') this.redacted.push(target.accountId!);
		this.count(seen.outcome);
	}

	/** Items for input items that did not say what to redact. */
	failItems(items: readonly INodeExecutionData[]): void {
		for (const item of items) {
			const ids = { accountId: null, referenceId: null, redactedAt: null, items: [] };
			item.json = { ...receipt(ids, FAILED).json, ...item.json };
			this.failed.push(item);
			this.count('failed');
		}
	}

	/**
	 * @param errorWith makes the error, with further sentences for its description
	 * @throws that error under *Stop Workflow*; it names what was redacted before
	 */
	fail(
		target: Target,
		errorWith: (notes: readonly string[]) => NodeError,
		requestId: string | null = null,
	): void {
		if (!this.context.continueOnFail()) throw errorWith([this.redactedBefore()]);
		const item = failedItem(this.context.getNode(), target.items[0]!, errorWith([]));
		const { json, pairedItem } = receipt(target, { ...FAILED, requestId });
		item.json = { ...json, ...item.json };
		item.pairedItem = pairedItem;
		this.failed.push(item);
		this.count('failed');
	}

	/** The same, for a reason of this node. */
	refuse(target: Target, message: string, help: string): void {
		const [itemIndex] = target.items;
		this.fail(
			target,
			(notes) =>
				new NodeOperationError(this.context.getNode(), `Item ${itemIndex}: ${message}`, {
					description: [help, ...notes].join(' '),
					itemIndex,
					failure: { cause: 'configuration-invalid' },
				}),
		);
	}

	/** All items, those with a reason last; says above them how many there are. */
	finish(isDryRun: boolean): INodeExecutionData[] {
		const number = (outcome: RedactOutcome) => this.counts.get(outcome) ?? 0;
		const isRouted = this.context.getNode().onError === 'continueErrorOutput';
		const reasons = isRouted ? 'the error output' : 'the last items';
		const others = [
			[number('alreadyRedacted'), 'redacted before'],
			[number('notFound'), 'not found'],
			[number('failed'), `not possible: see ${reasons}`],
		].flatMap(([count, what]) => (count === 0 ? [] : `${count} ${what}`));
		const accounts = plural(number(isDryRun ? 'wouldRedact' : 'redacted'), 'account');
		const said = isDryRun ? `Dry run: ${accounts} would be redacted` : `${accounts} redacted`;
		const hints = new Hints();
		hints.answerWith([said, ...others].join(', '));
		hints.show(this.context);
		return this.items.concat(this.failed);
	}

	private redactedBefore(): string {
		if (this.redacted.length === 0) return 'Nothing was redacted.';
		const named = this.redacted.slice(0, MOST_ACCOUNTS_NAMED).join(', ');
		const more = this.redacted.length - MOST_ACCOUNTS_NAMED;
		const accounts = plural(this.redacted.length, 'account was', 'accounts were');
		return `Before that, ${accounts} redacted: ${named}${more > 0 ? ` and ${more} more` : ''}. You can run this node again: it recognizes them.`;
	}

	private count(outcome: RedactOutcome): void {
		this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1);
	}
}
