import { parse } from 'csv-parse/sync';

import { isSurelyHeader, namesToShow } from '../fieldNames';
import { matchFields, type FieldMatch } from '../mapping';
import type { Column, ImportKind } from '../types';
import { FILE_PROBLEMS, UnusableFile, type FileProblem } from './problems';

/** The header of a CSV file, ready to be sent. */
export interface Header {
	/** The line with Persona's names of the columns, and with its line end. */
	line: Buffer;
	/** Bytes at the start of the file that it takes the place of. */
	replaces: number;
}

interface FirstLine {
	cells: string[];
	/** As it stands in the file, without its line end. */
	text: string;
	lineEnd: '\n' | '\r\n' | '\r' | '';
}

const OTHER_DELIMITERS = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

function readFirstLine(text: string, delimiter: string): FirstLine | undefined {
	try {
		const [first] = parse(text, { delimiter, to: 1, info: true, raw: true }) as unknown as [
			{ record: string[]; raw: string },
		];
		const line = first.raw.replace(/[\r\n]$/, '');
		const [lineEnd] = /(?:\r?\n|\r)?/.exec(text.slice(line.length))!;
		return { cells: first.record, text: line, lineEnd: lineEnd as FirstLine['lineEnd'] };
	} catch {
		return undefined;
	}
}

function fitting(cells: readonly string[], columns: readonly Column[]): number {
	return matchFields(cells, columns).fieldOf.size;
}

/** Files with another delimiter have few columns, or none that fit, when they are read with commas. */
function otherDelimiter(
	text: string,
	byComma: FirstLine | undefined,
	columns: readonly Column[],
): string | undefined {
	const cells = byComma?.cells ?? [''];
	const found = Object.entries(OTHER_DELIMITERS).find(([delimiter]) => {
		const other = readFirstLine(text, delimiter)?.cells ?? [];
		if (other.length < 2) return false;
		return cells.length === 1 || fitting(other, columns) > fitting(cells, columns);
	});
	return found?.[1];
}

const isDoubtful = (field: string, { doubtful }: FieldMatch) => doubtful.includes(field);

/** IDs of something else beside a better one: a file has no use for them. */
function doubtfulBesides(match: FieldMatch): readonly string[] {
	const isTaken = [...match.fieldOf.values()].some((field) => isDoubtful(field, match));
	return isTaken ? [] : match.doubtful;
}

function problemsWith(cells: readonly string[], match: FieldMatch, columns: readonly Column[]) {
	const names = columns.map(({ name }) => name);
	const problems: FileProblem[] = [];
	const unknown = [...match.unmatched, ...doubtfulBesides(match)].filter(
		(name) => name.trim() !== '',
	);
	if (unknown.length > 0) {
		const shown = isSurelyHeader(match) ? namesToShow(unknown, match) : undefined;
		problems.push(FILE_PROBLEMS.unknownColumns(unknown.length, shown, names));
	}
	for (const column of new Set(match.passedOver.map(({ column }) => column))) {
		const others = match.passedOver.filter((other) => other.column === column);
		const fields = others.map(({ field }) => field).filter((field) => !isDoubtful(field, match));
		const all = [match.fieldOf.get(column)!, ...fields];
		if (all.length > 1) problems.push(FILE_PROBLEMS.repeatedColumn(column, all));
	}
	for (const [column, field] of match.fieldOf) {
		if (isDoubtful(field, match))
			problems.push(FILE_PROBLEMS.doubtfulColumn(column, match.doubtful));
	}
	const unnamed = cells.flatMap((name, index) => (name.trim() === '' ? [index + 1] : []));
	if (unnamed.length > 0) problems.push(FILE_PROBLEMS.unnamedColumns(unnamed));
	for (const { name, required, requiredInFile } of columns) {
		const isNeeded = required || requiredInFile === true;
		if (isNeeded && !match.fieldOf.has(name)) problems.push(FILE_PROBLEMS.missingColumn(name));
	}
	return problems;
}

/** The first line with Persona's names; one that has them already stays as it is. */
function rename({ cells, text, lineEnd }: FirstLine, { fieldOf }: FieldMatch): string {
	const columnOf = new Map([...fieldOf].map(([column, field]) => [field, column]));
	const renamed = cells.map((name) => columnOf.get(name)!);
	return (renamed.every((name, index) => name === cells[index]) ? text : renamed.join()) + lineEnd;
}

/**
 * Reads the header of a CSV file and puts Persona's names in place of the file's own.
 *
 * @param text the start of the file
 * @param whole whether it is the whole file
 * @throws UnusableFile when it does not name the columns that Persona takes, each at most once
 */
export function readHeader(text: string, whole: boolean, { columns }: ImportKind): Header {
	const first = readFirstLine(text, ',');
	const delimiter = otherDelimiter(text, first, columns);
	if (delimiter !== undefined) throw new UnusableFile([FILE_PROBLEMS.delimiter(delimiter)]);
	if (first === undefined || (first.lineEnd === '' && !whole)) {
		throw new UnusableFile([FILE_PROBLEMS.firstLine()]);
	}
	const match = matchFields(first.cells, columns);
	if (match.fieldOf.size === 0) {
		throw new UnusableFile([FILE_PROBLEMS.noHeader(columns.map(({ name }) => name))]);
	}
	if (first.lineEnd === '\r') throw new UnusableFile([FILE_PROBLEMS.lineEnds()]);
	const problems = problemsWith(first.cells, match, columns);
	if (problems.length > 0) throw new UnusableFile(problems);
	return {
		line: Buffer.from(rename(first, match)),
		replaces: Buffer.byteLength(first.text + first.lineEnd),
	};
}
