import { inSlices } from './slices';
import type { CheckedRows, RuleName } from './types';

/**
 * What is sent although it looks unusual: Persona documents no rule that would forbid it, but it may not do what the user
 * wants.
 */
export type Warning = 'nationalPhoneNumber';

// Separators are left aside, because people write them; what counts is the plus sign, the country code and the length.
// Source of the length: E.164, at most 15 digits. Source of the form: the example in Persona's lists cookbook.
const INTERNATIONAL_NUMBER = /^\+[1-9]\d{6,14}$/;
const SEPARATORS = /[\s().\-/]/g;

function isNational(phoneNumber: string): boolean {
	return !INTERNATIONAL_NUMBER.test(phoneNumber.replace(SEPARATORS, ''));
}

const BY_RULE: Partial<Record<RuleName, { warning: Warning; applies: (cell: string) => boolean }>> =
	{
		phoneNumber: { warning: 'nationalPhoneNumber', applies: isNational },
	};

/**
 * Counts the rows that go although one of their cells looks unusual.
 *
 * @param signal see {@link inSlices}
 */
export async function countWarnings(
	{ columns, rows }: CheckedRows,
	signal?: AbortSignal,
): Promise<Map<Warning, number>> {
	const counts = new Map<Warning, number>();
	for (const [index, { rule }] of columns.entries()) {
		const found = BY_RULE[rule];
		if (found === undefined) continue;
		const count = (row: number) => {
			if (!found.applies(rows[row]!.cells[index]!)) return;
			counts.set(found.warning, (counts.get(found.warning) ?? 0) + 1);
		};
		await inSlices(rows.length, count, signal);
	}
	return counts;
}
