import { cutName, looksLikeValue } from '../fieldNames';
import type { Warning } from '../types';
import { capital, isFromWebhook, labels, rowsText } from './advice';
import { leftOutFields } from './leftOut';
import type { Findings, Note, NoteCode } from './types';

/** Characters that a hint shows. */
const LONGEST = 120;
/** Lengths of a name to try, so that the whole sentence fits. */
const NAME_LENGTHS = [40, 28, 20, 12];

type Write = (quote: (name: string) => string) => string;

function fitting(write: Write): string {
	const quote = (name: string, length: number) =>
		looksLikeValue(name) ? 'a field' : `'${cutName(name, length)}'`;
	const texts = NAME_LENGTHS.map((length) => write((name) => quote(name, length)));
	return texts.find((text) => text.length <= LONGEST) ?? texts.at(-1)!.slice(0, LONGEST);
}

const whole = (code: string, column: string, write: Write): Warning => ({
	code,
	column,
	count: 0,
	items: [],
	message: capital(fitting(write)),
});

type NoteText = (note: Note, used: string, other: string) => Write;

const NOTE_TEXTS: Partial<Record<NoteCode, NoteText>> = {
	likelyOtherId: (_note, used) => (quote) =>
		`${quote(used)} was used as Reference ID, but it may be the ID of something else`,
	severalFields: (note, used, other) => (quote) =>
		`${quote(used)} was used, not ${quote(other)}, which is different in ${rowsText(note.count)}`,
	repeatedColumn: (note, used, other) => (quote) =>
		other === ''
			? `A column is there twice: ${quote(used)} was used in ${rowsText(note.count)}`
			: `A column is there twice: ${quote(used)} was used, not ${quote(other)}, which is different`,
	secondName: (_note, used) => (quote) =>
		`${quote(used)} was used as Last Name, because no other field is one`,
	onlyId: (note) => () =>
		`${rowsText(note.count)} would have an ID, but nothing that says who it is`,
};

function noteWarnings({ survey, ignored }: Findings): Warning[] {
	const warnings: Warning[] = [];
	for (const [code, notes] of survey.notes) {
		const text = NOTE_TEXTS[code];
		if (text === undefined || (code === 'onlyId' && ignored.length === 0)) continue;
		for (const note of notes) {
			const [[used, other]] = [...note.pairs.values()] as [readonly [string, string]];
			const { column, count, items } = note;
			const message = capital(fitting(text(note, used, other)));
			warnings.push({ code, column: column.name, count, items, message });
		}
	}
	return warnings;
}

function nestedWarnings({ plans, byName }: Findings): Warning[] {
	const entered = [...new Set(plans.flatMap((plan) => plan.entered))];
	return entered.map((name) =>
		whole('nestedFields', '', (quote) =>
			name === 'body' && isFromWebhook(byName)
				? `The fields were read from ${quote(name)}, where a Webhook node puts what it received`
				: `The fields inside ${quote(name)} were read as well`,
		),
	);
}

function prefixWarnings({ survey }: Findings): Warning[] {
	const uses = survey.uses.flatMap((ofColumn) => [...ofColumn.values()]);
	const prefixed = uses.filter(({ choice, used }) => choice.fit.isPrefixed === true && used > 0);
	const [first] = prefixed;
	if (first === undefined) return [];
	const { field, fit } = first.choice;
	const more = prefixed.length > 1 ? `, and ${prefixed.length - 1} more in the same way` : '';
	const write: Write = (quote) =>
		`${quote(field.name)} was used as ${fit.column.displayName}${more}`;
	return [whole('prefixedFields', fit.column.name, write)];
}

/** Accounts without a first or a last name, or without both, where fields are left over that may hold it. */
function nameWarnings({ columns, survey, ignored }: Findings): Warning[] {
	const isAccount = columns.some(({ name }) => name === 'reference_id');
	if (!isAccount || ignored.length === 0 || survey.filled.every((count) => count === 0)) return [];
	const missing = columns.filter(
		({ name }, place) =>
			(name === 'name_first' || name === 'name_last') && survey.filled[place] === 0,
	);
	if (missing.length === 0) return [];
	const column = missing.length === 1 ? missing[0]!.name : '';
	const text = labels(missing).join(' or ');
	return [whole('noName', column, () => `No field gives ${text}, so no row has one`)];
}

function leftOutWarnings(findings: Findings): Warning[] {
	return leftOutFields(findings).map(({ field, column, what }) =>
		whole('leftOut', column, (quote) => `${quote(field)} was left out, but it may be ${what}`),
	);
}

/** What is doubtful about the mapping although the run goes on; names of fields are those that fit. */
export function findWarnings(findings: Findings): Warning[] {
	return [
		...nestedWarnings(findings),
		...prefixWarnings(findings),
		...noteWarnings(findings),
		...nameWarnings(findings),
		...leftOutWarnings(findings),
	];
}
