import { isIP } from 'node:net';
import { fullFormats } from 'ajv-formats/dist/formats';
import { PHONE_NUMBER_DIGITS } from '../choices';

/** A row by column; a column that the file does not have is an empty text. */
export type Row = Record<string, string>;

const isDate = fullFormats.date as { validate: (value: string) => boolean };

/** A real date as YYYY-MM-DD, the format that Persona documents for birthdates. */
export function isBirthdate(value: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate.validate(value);
}

/** NNN-NN-NNNN or nine digits. */
export function isSocialSecurityNumber(value: string): boolean {
	return /^(\d{3}-\d{2}-\d{4}|\d{9})$/.test(value);
}

/** A plain decimal number within the bounds, both included. */
export function isDecimal(value: string, minimum: number, maximum: number): boolean {
	if (!/^-?\d+(\.\d+)?$/.test(value)) return false;
	return Number(value) >= minimum && Number(value) <= maximum;
}

/** IPv4 or IPv6 without a zone. */
export function isIpAddress(value: string): boolean {
	return isIP(value) !== 0 && !value.includes('%');
}

/** Written with the signs of phone numbers only, and a plausible number of digits. */
export function isPhoneNumber(value: string): boolean {
	const digits = value.replace(/\D/g, '').length;
	return (
		/^\+?[\d ().-]+$/.test(value) &&
		digits >= PHONE_NUMBER_DIGITS.minimum &&
		digits <= PHONE_NUMBER_DIGITS.maximum
	);
}

/** A whole address (RFC 5321 allows blanks in quotes) for `email_address`, a domain for `domain`; no other match types. */
export function isEmailMatch(value: string, matchType: string): boolean {
	if (matchType === 'email_address') return /^(?:[^\s@"]+|"[^"]+")@[^\s@]+$/.test(value);
	return matchType === 'domain' && /^[^\s@]+$/.test(value);
}
