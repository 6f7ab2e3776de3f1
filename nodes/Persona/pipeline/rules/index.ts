import { checkBirthdate } from './birthdate';
import { checkEmailAddressOrDomain, checkMatchType } from './emailAddress';
import { checkLatitude, checkLongitude, checkRadius } from './geolocation';
import { checkIpAddress } from './ipAddress';
import type { Rule } from './rule';
import { checkSocialSecurityNumber } from './socialSecurityNumber';
import { checkTags } from './tags';
import { checkText, checkTrimmedText, checkVisibleText } from './text';
import type { RuleName } from '../types';

export { checkText };
export { PROBLEM_SENTENCES, type ProblemCode } from './codes';
export type { RuleContext } from './rule';

/** The rule behind each name that a column may carry. */
export const RULES: Readonly<Record<RuleName, Rule>> = {
	text: checkText,
	referenceId: checkVisibleText,
	birthdate: checkBirthdate,
	socialSecurityNumber: checkSocialSecurityNumber,
	tags: checkTags,
	emailAddressOrDomain: checkEmailAddressOrDomain,
	matchType: checkMatchType,
	latitude: checkLatitude,
	longitude: checkLongitude,
	radius: checkRadius,
	identifier: checkTrimmedText,
	ipAddress: checkIpAddress,
	// Persona documents no form for phone numbers: what looks unusual is only pointed out, see warnings.ts.
	phoneNumber: checkTrimmedText,
};
