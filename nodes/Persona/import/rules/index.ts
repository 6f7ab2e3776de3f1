import { checkBirthdate } from './birthdate';
import type { Rule } from './rule';
import { checkSocialSecurityNumber } from './socialSecurityNumber';
import { checkTags } from './tags';
import { checkText } from './text';
import type { RuleName } from '../types';

export { PROBLEM_SENTENCES, type ProblemCode } from './codes';
export type { RuleContext } from './rule';

/** The rule behind each name that a column may carry. */
export const RULES: Readonly<Record<RuleName, Rule>> = {
	text: checkText,
	referenceId: checkText,
	birthdate: checkBirthdate,
	socialSecurityNumber: checkSocialSecurityNumber,
	tags: checkTags,
};
