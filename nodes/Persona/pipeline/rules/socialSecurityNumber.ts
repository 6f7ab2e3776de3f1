import type { RuleContext } from './context';
import { settlePlaceholder } from './placeholders';
import type { Checked } from './rule';
import { unwrapFormula } from './spreadsheet';
import { checkTrimmedText } from './text';

const NINE_DIGITS = /^\d{3}-?\d{2}-?\d{4}$/;
const WITH_HYPHENS = 'NNN-NN-NNNN'.length;
const ZIP_CODE = /^\d{5}-\d{4}$/;
/** Source of what is never issued: Social Security Administration, POMS RM 10201.035. */
const NEVER_ISSUED = /^(?:000|666)|-00-|-0000/;
/** Printed on sample cards. Source: Social Security Administration, "Social Security Cards Issued by Woolworth". */
const PUBLISHED = ['078-05-1120', '219-09-9999'];
/** What people type to fill a field. */
const TYPED = ['123-45-6789', '012-34-5678', '987-65-4321'].concat(
	[...'12345789'].map((digit) => 'NNN-NN-NNNN'.replaceAll('N', digit)),
);
/** 111-22-3333: nobody checks such a number before typing it. */
const RUNS = /^(\d)\1\1-(\d)\2-(\d)\3{3}$/;
const KNOWN = new Map<string, Checked>([
	...PUBLISHED.map((text) => [text, { code: 'socialSecurityNumberPublished' }] as const),
	...TYPED.map((text) => [text, { text, warning: 'socialSecurityNumberPattern' }] as const),
]);

function withHyphens(text: string): string {
	const digits = text.replace('-', '');
	return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** A number that has the right form, or undefined for any other text. Source of what begins with 9: IRS Publication 4757, individual taxpayer numbers. */
function judge(written: string): Checked | undefined {
	if (!NINE_DIGITS.test(written)) return undefined;
	const text = written.length === WITH_HYPHENS ? written : withHyphens(written);
	if (NEVER_ISSUED.test(text)) return { code: 'socialSecurityNumberNeverIssued' };
	if (RUNS.test(text)) return { text, warning: 'socialSecurityNumberPattern' };
	return KNOWN.get(text) ?? (text.startsWith('9') ? { text, warning: 'taxpayerNumber' } : text);
}

/**
 * Nine digits, with or without hyphens, written as NNN-NN-NNNN, of a number that somebody can have.
 *
 * Source of the form: the example of `social-security-number` in Persona's OpenAPI, `paths/accounts.yaml`.
 */
export function checkSocialSecurityNumber(value: unknown, context: RuleContext): Checked {
	const trimmed = checkTrimmedText(value);
	if (typeof trimmed !== 'string' || trimmed === '') return trimmed;
	const text = unwrapFormula(trimmed);
	if (ZIP_CODE.test(text)) return { code: 'zipCode' };
	const judged = judge(text);
	if (judged !== undefined) return judged;
	const placeholder = settlePlaceholder(text, context);
	if (placeholder !== undefined) return placeholder;
	const [, digits = ''] = /^(\d{1,9})(?:\.0{1,9})?$/.exec(text) ?? [];
	const nine = judge(digits);
	if (nine !== undefined) return nine;
	const lostZeros = digits !== '' && (typeof value === 'number' || text.includes('.'));
	return { code: lostZeros ? 'socialSecurityNumberAsNumber' : 'socialSecurityNumber' };
}
