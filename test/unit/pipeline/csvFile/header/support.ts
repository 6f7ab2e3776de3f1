import { readHeader } from '../../../../../nodes/Persona/pipeline/csvFile/header';
import {
	UnusableFile,
	type FileProblem,
} from '../../../../../nodes/Persona/pipeline/csvFile/problems';
import { ACCOUNT_IMPORT } from '../../../../../nodes/Persona/pipeline/columns';

export const BY_ITEMS =
	"put an Extract from File node before this one and set 'Import From' to Input Items";

export function read(text: string, whole = true, kind = ACCOUNT_IMPORT) {
	const { line, replaces } = readHeader(text, whole, kind);
	return { line: line.toString(), replaces };
}

export function problemsOf(
	text: string,
	whole = true,
	kind = ACCOUNT_IMPORT,
): readonly FileProblem[] {
	try {
		read(text, whole, kind);
		return [];
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		return error.problems;
	}
}

export const codesOf = (...input: Parameters<typeof problemsOf>) =>
	problemsOf(...input).map(({ code, column }) => (column === '' ? code : `${code} ${column}`));
