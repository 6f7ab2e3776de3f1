import type { ProblemCode } from './codes';

/** What the rules need to know beside the value. */
export interface RuleContext {
	birthdateFormat: 'iso' | 'us' | 'eu' | 'excelSerial' | 'custom';
	/** Luxon tokens, for the format `custom`. */
	birthdateCustomFormat: string;
	/** Written between tags that arrive as a list. */
	tagSeparator: string;
	/** The current day in the workflow's time zone, as YYYY-MM-DD. */
	today: string;
}

/** A checked value: the text to write, or the code of the rule that it breaks. */
export type Checked = string | { code: ProblemCode };

/**
 * A rule turns a value of any type into text for the CSV, or says what is wrong with it.
 *
 * @param other the value of the column that this one depends on, as it came
 */
export type Rule = (value: unknown, context: RuleContext, other: unknown) => Checked;
