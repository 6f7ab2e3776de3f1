import type { Checked } from './rule';
import { checkTrimmedText } from './text';

const NINE_DIGITS = /^\d{3}-?\d{2}-?\d{4}$/;

const WITH_DASHES = 'NNN-NN-NNNN'.length;

function withDashes(text: string): string {
	const digits = text.replace('-', '');
	return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/**
 * Nine digits, with or without dashes, written as NNN-NN-NNNN.
 *
 * Source of the form: the example of `social-security-number` in Persona's OpenAPI, `paths/accounts.yaml`.
 */
export function checkSocialSecurityNumber(value: unknown): Checked {
	const text = checkTrimmedText(value);
	if (typeof text !== 'string' || text === '') return text;
	if (NINE_DIGITS.test(text)) return text.length === WITH_DASHES ? text : withDashes(text);
	const lostZeros = typeof value === 'number' && /^\d{1,8}$/.test(text);
	return { code: lostZeros ? 'socialSecurityNumberAsNumber' : 'socialSecurityNumber' };
}
