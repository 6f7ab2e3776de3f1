import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { likeValues } from '../../pipeline/fieldNames';
import type { ImporterCounts } from '../../pipeline/importer';
import type { Warning } from '../../pipeline/types';

/** Longest text that n8n shows whole. */
const LONGEST_HINT = 120;

function plural(count: number, singular: string, many = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : many}`;
}

function cut(text: string): string {
	return text.length <= LONGEST_HINT
		? text
		: `${text
				.slice(0, LONGEST_HINT - 1)
				.toWellFormed()
				.replace(/\ufffd$/, '')}…`;
}

/** Hints of one kind that are shown; nobody reads more, and n8n stores each of them. */
const MOST_HINTS = 20;

/** Collects what the user should know although the run went through, and shows it above the output. */
export class Hints {
	private readonly messages: string[] = [];
	private readonly warnings: string[] = [];

	/** n8n cuts the input to its first item before the node sees it. */
	executeOnce(): void {
		this.messages.push(
			"Only the first item was processed: 'Execute Once' is on in this node's settings",
		);
	}

	/** @param names of those that can be shown, as a list */
	ignoredFields(count: number, names: string): void {
		if (count === 0) return;
		const verb = count === 1 ? 'was' : 'were';
		const which = names === '' ? `, ${likeValues(count)}` : `: ${names}`;
		this.messages.push(`${plural(count, 'field')} ${verb} ignored${which}`);
	}

	passedOver(column: string, taken: string, field: string): void {
		this.messages.push(`Column '${column}' was filled from '${taken}', not from '${field}'`);
	}

	blankRows(count: number): void {
		if (count > 0)
			this.messages.push(`${plural(count, 'blank row was', 'blank rows were')} left out`);
	}

	mergedDuplicates(count: number): void {
		if (count === 0) return;
		this.messages.push(
			`${plural(count, 'row')} with a repeated reference ID ${count === 1 ? 'was' : 'were'} left out`,
		);
	}

	/** What looks unusual about rows that are sent all the same. */
	warn(warnings: readonly Warning[]): void {
		for (const { message } of warnings) this.warnings.push(message);
	}

	/** @param rejected rows or files that would be rejected */
	dryRun(rejected: number, what: 'row' | 'file'): void {
		this.messages.push('Dry run: nothing was sent to Persona');
		if (rejected === 0) return;
		this.warnings.push(`${plural(rejected, what)} would not be sent: see 'rejected' in the output`);
	}

	nothingToImport(): void {
		this.messages.push('There was no row to import, so nothing was sent');
	}

	/**
	 * @param notImported rows or files that were rejected, here or by Persona
	 * @param reasons where their reasons are
	 */
	partlyImported(
		imported: number,
		notImported: number,
		unit: 'row' | 'file',
		reasons: string,
	): void {
		if (notImported === 0) return;
		this.messages.push(
			`${plural(imported, unit)} sent, ${notImported} not: see ${reasons} for the reasons`,
		);
	}

	/** Persona counts rows of finished imports as wrong; which ones it does not say. */
	notTaken(counts: readonly ImporterCounts[], ids: readonly string[]): void {
		if (ids.length === 0) return;
		const sum = (name: keyof ImporterCounts) =>
			counts.reduce((total, count) => total + count[name], 0);
		const others = `${sum('successful')} successful, ${plural(sum('duplicate'), 'duplicate')}`;
		this.warnings.push(
			`Persona did not take ${plural(sum('error'), 'row')} (${others}): ${ids.join(', ')}`,
		);
	}

	/** In one item per row: what an outcome leaves open. */
	openOutcomes(unverifiable: number, severalAccounts: number): void {
		if (unverifiable > 0) {
			const rows = plural(unverifiable, 'row');
			this.messages.push(
				`${rows} cannot be looked up by reference ID: the outcome is unverifiable`,
			);
		}
		if (severalAccounts > 0) {
			const rows = plural(severalAccounts, 'row');
			this.messages.push(`${rows} without account ID, as several accounts have the reference ID`);
		}
	}

	/** What was seen does not add up with what Persona counted. */
	outcomesDiffer(counts: Omit<ImporterCounts, 'error'>, created: number, existing: number): void {
		const counted = `${counts.successful} successful, ${plural(counts.duplicate, 'duplicate')}`;
		const seen = `${created} created, ${existing} already there`;
		this.warnings.push(`Persona's counts (${counted}) differ from what was seen (${seen})`);
	}

	outcomesSoFar(): void {
		this.warnings.push('Not all imports had finished: the outcomes may still change');
	}

	/** @param what what kept the accounts from being looked up, as a message */
	outcomesUnseen(what: string): void {
		this.warnings.push(`${what}; the outcomes of imported rows are incomplete`);
	}

	/** @param what what kept the imports from being looked at, as a message */
	notFollowed(what: string, ids: readonly string[]): void {
		this.warnings.push(`${what}; they could not be followed to the end: ${ids.join(', ')}`);
	}

	stillRunning(ids: readonly string[], seconds: number): void {
		if (ids.length === 0) return;
		const were = plural(ids.length, 'import was', 'imports were');
		this.warnings.push(`${were} still running after ${seconds} s: ${ids.join(', ')}`);
	}

	show(context: IExecuteFunctions): void {
		const shown = (messages: readonly string[]) =>
			messages.length <= MOST_HINTS
				? messages
				: [...messages.slice(0, MOST_HINTS), `And ${messages.length - MOST_HINTS} more like these`];
		const hint = (type: NodeExecutionHint['type']) => (message: string) => ({
			message: cut(message),
			type,
			location: 'outputPane' as const,
		});
		context.addExecutionHints(
			...shown(this.messages).map(hint('info')),
			...shown(this.warnings).map(hint('warning')),
		);
	}
}
