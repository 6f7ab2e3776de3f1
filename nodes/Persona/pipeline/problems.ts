import { PROBLEM_SENTENCES, type ProblemCode } from './rules/codes';
import type { Problem } from './types';

/** Says what is wrong with a value in a column. */
export function problemOf(
	column: string,
	code: ProblemCode,
	message: string = PROBLEM_SENTENCES[code],
): Problem {
	return { column, code, message };
}
