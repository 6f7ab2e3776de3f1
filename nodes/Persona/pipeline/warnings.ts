import { inSlices } from './slices';
import type { CheckedRows, RuleName, Warning } from './types';

/** Items that a warning names. */
const MOST_ITEMS = 10;

// Separators are left aside, because people write them; what counts is the plus sign, the country code and the length.
// Source of the length: E.164, at most 15 digits. Source of the form: the example in Persona's lists cookbook.
const INTERNATIONAL_NUMBER = /^\+[1-9]\d{6,14}$/;
const SEPARATORS = /[\s().\-/]/g;

function isNational(phoneNumber: string): boolean {
	return !INTERNATIONAL_NUMBER.test(phoneNumber.replace(SEPARATORS, ''));
}

interface Unusual {
	code: string;
	applies: (cell: string) => boolean;
	message: (count: number) => string;
}

/** Persona documents no rule that would forbid it, but it may not do what the user wants. */
const BY_RULE: Partial<Record<RuleName, Unusual>> = {
	phoneNumber: {
		code: 'nationalPhoneNumber',
		applies: isNational,
		message: (count) =>
			count === 1
				? '1 phone number does not begin with + and a country code; it is sent anyway'
				: `${count} phone numbers do not begin with + and a country code; they are sent anyway`,
	},
};

/**
 * Finds the rows that are sent although one of their cells looks unusual.
 *
 * @param signal see {@link inSlices}
 */
export async function findUnusual(
	{ columns, rows }: CheckedRows,
	signal?: AbortSignal,
): Promise<Warning[]> {
	const warnings: Warning[] = [];
	for (const [place, { rule, name: column }] of columns.entries()) {
		const unusual = BY_RULE[rule];
		if (unusual === undefined) continue;
		const items: number[] = [];
		let count = 0;
		const look = (index: number) => {
			const { cells, itemIndex } = rows[index]!;
			if (!unusual.applies(cells[place]!)) return;
			count++;
			if (items.length < MOST_ITEMS) items.push(itemIndex);
		};
		await inSlices(rows.length, look, signal);
		const { code, message } = unusual;
		if (count > 0) warnings.push({ code, column, count, items, message: message(count) });
	}
	return warnings;
}
