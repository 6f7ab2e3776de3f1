import type { RuleName } from '../types';
import { checkBirthdate } from './birthdate';
import { checkEmailAddressOrDomain, checkMatchType } from './emailAddress';
import { checkLatitude, checkLongitude, checkRadius } from './geolocation';
import { checkField, checkIdentifier, checkPhoneNumber, checkReferenceId } from './identifiers';
import { checkIpAddress } from './ipAddress';
import { checkName } from './name';
import type { Rule } from './rule';
import { checkSocialSecurityNumber } from './socialSecurityNumber';
import { checkTags } from './tags';

export { isOrdered, readBirthdate, settleBirthdate } from './birthdate';
export {
	duplicateSentence,
	OR_TREAT_AS_EMPTY,
	PROBLEM_SENTENCES,
	problemSentence,
	WARNING_SENTENCES,
	warningSentence,
	type ProblemCode,
	type WarningCode,
} from './codes';
export type { RuleContext } from './context';
export type { Checked, Rule } from './rule';

/** The rule of each name that a column may carry. A birthdate is checked with all of its column, see {@link readBirthdate}. */
export const RULES: Readonly<Record<RuleName, Rule>> = {
	text: checkName,
	field: checkField,
	referenceId: checkReferenceId,
	birthdate: checkBirthdate,
	socialSecurityNumber: checkSocialSecurityNumber,
	tags: checkTags,
	emailAddressOrDomain: checkEmailAddressOrDomain,
	matchType: checkMatchType,
	latitude: checkLatitude,
	longitude: checkLongitude,
	radius: checkRadius,
	identifier: checkIdentifier,
	ipAddress: checkIpAddress,
	phoneNumber: checkPhoneNumber,
};
