import type { ProblemCode, WarningCode } from './codes';
import type { RuleContext } from './context';

/** A checked value: the text to write, the text with what looks unusual about it, or the code of the rule that it breaks. */
export type Checked = string | { code: ProblemCode } | { text: string; warning: WarningCode };

/**
 * A rule turns a value of any type into text for the CSV, or says what is wrong with it.
 *
 * @param other the value of the column that this one depends on, as it came
 */
export type Rule = (value: unknown, context: RuleContext, other: unknown) => Checked;
