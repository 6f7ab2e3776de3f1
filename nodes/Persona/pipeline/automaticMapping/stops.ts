import { listNames, looksLikeValue, quoteNames } from '../fieldNames';
import {
	BY_HAND,
	LIKE_VALUES,
	MOST_EXPRESSIONS,
	capital,
	fieldByName,
	fieldsText,
	fullNameField,
	labels,
	orText,
	pasteText,
	pathOf,
	placesText,
	rowsText,
	splitText,
	expressionFor,
	findPlaces,
} from './advice';
import { findTableFault, type TableFault } from './tableFaults';
import type { Findings, Stop } from './types';

const NO_COLUMN = 'No input field fits any column, so nothing was sent';
function noColumnStop(findings: Findings): Stop | undefined {
	const { byName, columns, hasFile, known } = findings;
	if (known.fieldOf.size > 0) return undefined;
	const stop = (code: string, description: string) => ({ code, message: NO_COLUMN, description });
	if (hasFile) {
		return stop(
			'fileOnly',
			"The items hold a file. Put an Extract from File node before this one, which makes an item of each row, or set 'Import From' to CSV File.",
		);
	}
	if (byName.get('')!.size === 0) {
		return stop('noFields', 'The items have no fields. Check what the node before this one gives.');
	}
	const places = placesText(findings);
	if (places !== undefined) return stop('nestedFields', places);
	const field = columns.some(({ name }) => name === 'name_first')
		? fullNameField(findings)
		: undefined;
	if (field !== undefined) {
		return stop(
			'fullName',
			`${quoteNames([field.name])} holds whole names, and Persona takes first and last names apart. ${splitText(field)}`,
		);
	}
	return stop('noColumn', fieldsText(findings, columns));
}

/** What to say where some field fits a column all the same. */
const FAULTS_BESIDE_A_FIT: Readonly<Record<TableFault['code'], string>> = {
	encoding: 'The names of the fields are garbled, so nothing was sent',
	delimiter: 'Several columns are in one field, so nothing was sent',
	headerBelow: 'The names of the columns are not in the first row, so nothing was sent',
};

function tableStop({ items, byName, columns, known }: Findings): Stop | undefined {
	const fault = findTableFault(items, byName, columns, known.fieldOf.size);
	if (fault === undefined) return undefined;
	const message = known.fieldOf.size > 0 ? FAULTS_BESIDE_A_FIT[fault.code] : NO_COLUMN;
	return { code: fault.code, message, description: `${fault.help}.` };
}

function missingStop(findings: Findings): Stop | undefined {
	const { columns, known } = findings;
	const missing = columns.filter(({ name, required }) => required && !known.fieldOf.has(name));
	if (missing.length === 0) return undefined;
	return {
		code: 'requiredColumn',
		message: `No input field fits the required column '${missing.map(({ name }) => name).join("', '")}'`,
		description: placesText(findings) ?? fieldsText(findings, missing),
	};
}

function twoIdsStop({ byName, survey }: Findings): Stop | undefined {
	const [note] = survey.notes.get('twoIds') ?? [];
	if (note === undefined) return undefined;
	const names = [...new Set([...note.pairs.values()].flat())].filter(
		(name) => !looksLikeValue(name),
	);
	const shown = names.slice(0, MOST_EXPRESSIONS);
	const pastes = shown.map((name) => expressionFor(pathOf(fieldByName(byName, name))));
	const who = names.length > 1 ? `The fields ${quoteNames(shown)}` : 'Several fields';
	const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
	const expressions = pastes.length > 0 ? `: ${orText(pastes)}` : '';
	const { displayName, name } = note.column;
	return {
		code: 'twoIds',
		message: `${who}${more} hold different IDs in ${rowsText(note.count)}, so nothing was sent`,
		description: `Only you know which of them is the ${displayName}. ${capital(BY_HAND)} and paste the right one into ${displayName}${expressions}. Or rename it to ${name}, or remove the others before this node.`,
	};
}

function rivalsStop({ plans, ...findings }: Findings): Stop | undefined {
	const rivals = plans.find((plan) => plan.rivals.length > 0)?.rivals;
	if (rivals === undefined) return undefined;
	const places = findPlaces(findings.items, findings.columns);
	return {
		code: 'severalPeople',
		message: `The fields of several people are in one item (${quoteNames(rivals)}), so nothing was sent`,
		description: `Only you know which of them to import. ${places.length > 0 ? pasteText(places) : `${capital(BY_HAND)}.`}`,
	};
}

function fullNameStop({ byName, survey }: Findings): Stop | undefined {
	const [note] = survey.notes.get('fullName') ?? [];
	if (note === undefined) return undefined;
	const [[name]] = [...note.pairs.values()] as [readonly [string, string]];
	return {
		code: 'fullName',
		message: `${quoteNames([name])} holds whole names, and ${rowsText(note.count)} would go without a name, so nothing was sent`,
		description: `Persona takes first and last names apart. ${splitText(fieldByName(byName, name))}`,
	};
}

function severalPeopleStop({ survey }: Findings): Stop | undefined {
	const [note] = survey.notes.get('severalPeople') ?? [];
	if (note === undefined) return undefined;
	const [pair] = [...note.pairs.values()] as [readonly [string, string]];
	const names = pair.filter((name) => !looksLikeValue(name));
	return {
		code: 'severalPeople',
		message: `The fields of several people are in one item${names.length > 1 ? ` (${quoteNames(names)})` : ''}, so nothing was sent`,
		description: `Only you know which of them to import. ${capital(BY_HAND)} and map the fields of one person, or remove those of the others before this node.`,
	};
}

/** Columns of which two make an account that can be told from others. */
const TELLING = ['reference_id', 'birthdate', 'social_security_number'];

function shellStop(findings: Findings): Stop | undefined {
	const { items, columns, survey, ignored, known } = findings;
	const filled = columns.filter((_, place) => survey.filled[place]! > 0);
	const isThere = (name: string) => filled.some((column) => column.name === name);
	const isAccount = columns.some(({ name }) => name === 'reference_id');
	if (!isAccount || filled.length === 0 || ignored.length === 0) return undefined;
	if (isThere('name_first') || isThere('name_last')) return undefined;
	const names = columns.filter(({ name }) => name === 'name_first' || name === 'name_last');
	// Without a name such an account can be meant, but not where the name is in the items.
	const isTelling = TELLING.filter(isThere).length > 1;
	if (isTelling && findPlaces(items, names).length === 0) return undefined;
	const missing = columns.filter(
		(column) => column.identifies === true && !filled.includes(column),
	);
	const list = listNames(ignored, known);
	const fields = list === '' ? LIKE_VALUES : `Nothing fits these fields: ${list}.`;
	return {
		code: 'shellAccounts',
		message: `Only ${labels(filled).join(' and ')} would be sent, so nothing was sent`,
		description: `No field fits ${labels(missing).join(', ')}. ${placesText(findings) ?? `${fields} Rename those that fit, or ${BY_HAND}.`} To send such accounts all the same, map them by hand too.`,
	};
}

/** The first reason, if any, for which the run has to stop and ask. */
export function findStop(findings: Findings): Stop | undefined {
	return (
		tableStop(findings) ??
		noColumnStop(findings) ??
		missingStop(findings) ??
		rivalsStop(findings) ??
		severalPeopleStop(findings) ??
		twoIdsStop(findings) ??
		fullNameStop(findings) ??
		shellStop(findings)
	);
}
