import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/** Longest text that n8n shows whole. */
const LONGEST_HINT = 120;

function plural(count: number, singular: string, many = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : many}`;
}

function cut(text: string): string {
	return text.length <= LONGEST_HINT ? text : `${text.slice(0, LONGEST_HINT - 1)}…`;
}

/** Collects what the user should know although the run went through, and shows it above the output. */
export class Hints {
	private readonly messages: string[] = [];

	/** n8n cuts the input to its first item before the node sees it. */
	executeOnce(): void {
		this.messages.push(
			"Only the first item was looked at: 'Execute Once' is on in this node's settings",
		);
	}

	ignoredFields(names: readonly string[]): void {
		if (names.length === 0) return;
		const verb = names.length === 1 ? 'was' : 'were';
		this.messages.push(`${plural(names.length, 'field')} ${verb} ignored: ${names.join(', ')}`);
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

	nothingToImport(): void {
		this.messages.push('There was no row to import, so nothing was sent');
	}

	/** @param notImported rows that were rejected or refused */
	partlyImported(imported: number, notImported: number): void {
		if (notImported === 0) return;
		this.messages.push(
			`${plural(imported, 'row')} sent, ${notImported} not: each of those is an item that says why`,
		);
	}

	show(context: IExecuteFunctions): void {
		const type: NodeExecutionHint['type'] = 'info';
		context.addExecutionHints(
			...this.messages.map((message) => ({
				message: cut(message),
				type,
				location: 'outputPane' as const,
			})),
		);
	}
}
