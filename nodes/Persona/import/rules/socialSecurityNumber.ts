import type { Checked } from './rule';
import { checkTrimmedText } from './text';

const NINE_DIGITS = /^(\d{3})-?(\d{2})-?(\d{4})$/;

/**
 * Nine digits, with or without dashes, written as NNN-NN-NNNN.
 *
 * Source of the form: the example of `social-security-number` in Persona's OpenAPI, `paths/accounts.yaml`.
 */
export function checkSocialSecurityNumber(value: unknown): Checked {
	const checked = checkTrimmedText(value);
	if (!('text' in checked) || checked.text === '') return checked;
	const { text } = checked;
	const digits = NINE_DIGITS.exec(text);
	if (digits) return { text: `${digits[1]}-${digits[2]}-${digits[3]}` };
	const lostZeros = typeof value === 'number' && /^\d{1,8}$/.test(text);
	return { code: lostZeros ? 'socialSecurityNumberAsNumber' : 'socialSecurityNumber' };
}
