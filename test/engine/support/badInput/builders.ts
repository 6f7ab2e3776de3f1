import type { IDataObject } from 'n8n-workflow';

import type { BadInput, BadInputCase, Expected } from './types';

const FIX_ROWS =
	"Fix these rows in the source. To import the other rows anyway, set 'On Error' in this node's settings to Continue: each of these rows then becomes a separate item with the reason.";

/** A row that is fine, for before and behind the bad one. */
function goodRow(number: number): IDataObject {
	return {
		reference_id: `zqx-reference-${number}`,
		name_first: 'Zqxfirst',
		social_security_number: `900-87-654${number}`,
	};
}

/** Three rows, of which the second holds the values in question and nothing but its reference ID beside them. */
function withRow(values: IDataObject): IDataObject[] {
	return [goodRow(0), { reference_id: 'zqx-reference-1', ...values }, goodRow(2)];
}

/** The description under *Stop Workflow* that lists rows. */
export function listOfRows(sentences: readonly string[]): string {
	const lines = sentences.map((sentence) => `<li>${sentence}.</li>`);
	return ['<ul>', ...lines, '</ul>', FIX_ROWS].join('\n');
}

/** What *Stop Workflow* lists: each sentence once, with the rows that it is about. */
function grouped(says: Readonly<Record<number, string | string[]>>): string[] {
	const itemsOf = new Map<string, string[]>();
	for (const [item, sentences] of Object.entries(says)) {
		for (const sentence of [sentences].flat()) {
			itemsOf.set(sentence, [...(itemsOf.get(sentence) ?? []), item]);
		}
	}
	return [...itemsOf].map(([sentence, items]) => {
		if (items.length === 1) return `Item ${items[0]}, ${sentence}`;
		const first = `${items.slice(0, 3).join(', ')}${items.length > 3 ? ' …' : ''}`;
		return sentence.replace(
			/^column (.*?): /,
			`Column $1, ${items.length} rows (items ${first}): `,
		);
	});
}

/** How many rows of all the others, as the message under *Stop Workflow* says it. */
export function cannotBeImported(rejected: number, total: number): string {
	return `${rejected} of ${total} ${total === 1 ? 'row' : 'rows'} cannot be imported, so nothing was sent`;
}

/** Rows of which some are turned away: `says` by the number of their item. */
export function refusedRows(
	name: string,
	input: BadInput & { rows: IDataObject[] },
	says: Readonly<Record<number, string | string[]>>,
	more: Partial<Expected> = {},
): BadInputCase {
	const rejected = Object.entries(says).map(([item, sentences]) =>
		[sentences].flat().map((sentence) => `Item ${item}, ${sentence}`),
	);
	const inOneMessage = ([first, ...others]: string[]) =>
		[first, ...others.map((sentence) => sentence.replace(/^Item \d+, c/, 'C'))].join('. ');
	const { blank = 0, merged = 0 } = more;
	const accepted = input.rows.length - rejected.length - blank - merged;
	return {
		name,
		input,
		expected: {
			stop: {
				message: cannotBeImported(rejected.length, input.rows.length),
				description: listOfRows(grouped(says)),
			},
			messages: rejected.map(inOneMessage),
			...{ accepted, rejected: rejected.length, blank, merged },
			...more,
		},
	};
}

/** A row between two good ones that is turned away. */
export function refused(
	name: string,
	values: IDataObject,
	says: string | string[],
	input: BadInput = {},
): BadInputCase {
	return refusedRows(name, { ...input, rows: withRow(values) }, { 1: says });
}

/** A row between two good ones that looks bad and is sent all the same, with these cells. */
export function sent(
	name: string,
	values: IDataObject,
	cells: Readonly<Record<string, string>>,
	input: BadInput = {},
	more: Partial<Expected> = {},
): BadInputCase {
	return {
		name,
		input: { ...input, rows: withRow(values) },
		expected: { accepted: 3, rejected: 0, blank: 0, merged: 0, messages: [], cells, ...more },
	};
}

/** Rows that all end well, or are left out: as blank ones or as duplicates. */
export function taken(name: string, input: BadInput, expected: Partial<Expected>): BadInputCase {
	return {
		name,
		input,
		expected: { accepted: 0, rejected: 0, blank: 0, merged: 0, messages: [], ...expected },
	};
}

/** Something that stands against the whole run: every item becomes one that says so. */
export function refusedRun(
	name: string,
	input: BadInput,
	message: string,
	description: string | RegExp,
	more: Partial<Expected> = {},
): BadInputCase {
	const rows = input.rows ?? input.items ?? input.files ?? [goodRow(0), goodRow(1)];
	const whole = rows === input.files || rows === input.items ? input : { ...input, rows };
	return {
		name,
		input: whole as BadInput,
		expected: {
			stop: { message, description },
			messages: rows.map((_, item) => `Item ${item}: ${message}`),
			...{ accepted: 0, rejected: rows.length, blank: 0, merged: 0 },
			...more,
		},
	};
}

/** The same with one of the options of the node. */
export function refusedOption(
	name: string,
	options: IDataObject,
	message: string,
	description: string,
): BadInputCase {
	return refusedRun(name, { parameters: { options } }, message, description);
}
