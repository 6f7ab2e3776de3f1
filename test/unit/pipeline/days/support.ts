import fc from 'fast-check';

import { RULES, type RuleContext } from '../../../../nodes/Persona/pipeline/rules';
import { checkItems } from '../../support/checkItems';
import { realDay } from '../../support/property';
import { outcomeOf, ruleContext } from '../../support/rules';

export type Day = [year: number, month: number, day: number];
export type Order = 'us' | 'eu';

const two = (value: number) => String(value).padStart(2, '0');
export const iso = ([year, month, day]: Day) => `${year}-${two(month)}-${two(day)}`;

/** Days that are one in both orders are as likely here as those that are not. */
const someDay: fc.Arbitrary<Day> = fc.oneof(
	realDay,
	fc.tuple(
		fc.integer({ min: 1901, max: 2025 }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 12 }),
	),
);
export const days = fc.array(someDay, { minLength: 1, maxLength: 12 });

/** What comes of birthdates in one column: the cells of each row that is sent, or the codes of what is wrong. */
export async function outcomes(
	texts: readonly string[],
	birthdateFormat: 'detect' | Order = 'detect',
) {
	const { items } = await checkItems(
		texts.map((birthdate) => ({ birthdate })),
		{ birthdateFormat },
	);
	return texts.map((_, index) => items[index]);
}

/** What comes of a birthdate by itself: the day or a code, and what is pointed out. */
export function read(value: unknown, changes: Partial<RuleContext> = {}): string {
	const context = ruleContext({ birthdateFormat: 'detect', ...changes });
	const checked = RULES.birthdate(value, context, undefined);
	const warning = typeof checked === 'object' && 'warning' in checked ? checked.warning : '';
	return `${outcomeOf(checked)} ${warning}`.trim();
}
