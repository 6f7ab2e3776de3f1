import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { likeValues, listOf } from '../../pipeline/fieldNames';
import type { ImporterCounts } from '../../pipeline/importer';
import type { Warning } from '../../pipeline/types';
import { safeForEditor } from '../../transport/editorText';

import { asTime, countsText, cut, NOTHING_TO_IMPORT, plural, sumOf } from './hintTexts';

/** Shows a warning above the output: what stopped the run, which the items say as well. */
export function hintAt(context: IExecuteFunctions, message: string): void {
	const shown = safeForEditor(cut(message));
	context.addExecutionHints({ message: shown, type: 'warning', location: 'outputPane' });
}

/** Hints of one kind that are shown; nobody reads more, and n8n stores each of them. */
const MOST_HINTS = 20;

/** Collects what the user should know although the run went through, and shows it above the output. */
export class Hints {
	private answer = '';
	private readonly messages: string[] = [];
	private readonly warnings: string[] = [];
	/** What matters least. */
	private readonly least: string[] = [];

	/** n8n cuts the input to its first item before the node sees it. */
	executeOnce(): void {
		this.messages.push(
			"Only the first item was processed: 'Execute Once' is on in this node's settings",
		);
	}

	/**
	 * @param count of all fields that fit no column
	 * @param names of those that can be shown
	 */
	ignoredFields(count: number, names: readonly string[]): void {
		if (count === 0) return;
		const verb = count === 1 ? 'was' : 'were';
		const which = names.length === 0 ? `, ${likeValues(count)}` : `: ${listOf(names, count)}`;
		this.least.push(`${plural(count, 'field')} ${verb} ignored${which}`);
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

	/** Says first what somebody looks for first. */
	answerWith(answer: string): void {
		this.answer = answer;
	}

	/** @param messages whole sentences without a final full stop */
	notice(...messages: readonly string[]): void {
		this.warnings.push(...messages);
	}

	/** @param rejected rows or files that would be rejected */
	dryRun(rejected: number, what: 'row' | 'file'): void {
		this.messages.push('Dry run: nothing was sent to Persona');
		if (rejected === 0) return;
		this.warnings.push(`${plural(rejected, what)} would not be sent: see 'rejected' in the output`);
	}

	nothingToImport(): void {
		this.messages.push(NOTHING_TO_IMPORT);
	}

	/**
	 * The answer that somebody looks for first.
	 *
	 * @param notImported rows or files that were rejected, here or by Persona
	 * @param reasons where their reasons are
	 * @param counts of the imports, if all have finished
	 */
	sent(
		imported: number,
		notImported: number,
		unit: 'row' | 'file',
		{ reasons, counts }: { reasons: string; counts: readonly ImporterCounts[] | undefined },
	): void {
		const sent = `${plural(imported, unit)} sent`;
		if (notImported > 0)
			this.answer = `${sent}, ${notImported} not: see ${reasons} for the reasons`;
		else if (counts === undefined) {
			const them = imported === 1 ? 'it' : 'them';
			this.answer = `${sent}; Persona is working on ${them}`;
		} else this.answer = `${sent}; Persona has finished: ${countsText(counts)}`;
	}

	/**
	 * @param createdAt when each earlier import was made, as Persona writes it
	 * @param imports how many imports this run has, those included
	 * @param timeZone the workflow's
	 */
	repeated(createdAt: readonly (string | undefined)[], imports: number, timeZone: string): void {
		const [first] = createdAt;
		if (createdAt.length === 0) return;
		if (imports > 1) {
			const were = `${createdAt.length} of ${imports} imports`;
			this.warnings.push(`Persona already had the rows of ${were}: nothing new was imported there`);
			return;
		}
		const from =
			first === undefined ? 'an earlier import' : `the import from ${asTime(first, timeZone)}`;
		this.warnings.push(`Nothing new was imported. Persona already had these rows: this is ${from}`);
	}

	/** Persona counts rows of finished imports as wrong; which ones it does not say. */
	notTaken(counts: readonly ImporterCounts[], ids: readonly string[]): void {
		if (ids.length === 0) return;
		const rows = plural(sumOf(counts, 'error'), 'row');
		this.warnings.push(`Persona did not take ${rows} (${countsText(counts)}): ${ids.join(', ')}`);
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
			message: safeForEditor(cut(message)),
			type,
			location: 'outputPane' as const,
		});
		context.addExecutionHints(
			...(this.answer === '' ? [] : [this.answer]).map(hint('info')),
			...shown(this.messages).map(hint('info')),
			...shown(this.warnings).map(hint('warning')),
			...shown(this.least).map(hint('info')),
		);
	}
}
