import { RULES, type Checked, type RuleContext } from '../../../nodes/Persona/pipeline/rules';
import type { RuleName } from '../../../nodes/Persona/pipeline/types';

/** The day that is "today" in these tests. */
export const TODAY = '2026-06-15';

/** What rules know by default, with some of it changed. */
export function ruleContext(changes: Partial<RuleContext> = {}): RuleContext {
	return {
		birthdateFormat: 'iso',
		birthdateCustomFormat: '',
		placeholders: 'reject',
		tagSeparator: ',',
		timeZone: 'UTC',
		today: TODAY,
		...changes,
	};
}

/** What came of a check in short: the text, or the code of the rule that the value breaks. */
export function outcomeOf(checked: Checked): string {
	if (typeof checked === 'string') return checked;
	return 'code' in checked ? checked.code : checked.text;
}

/** The same for a value by its rule, with what is pointed out after it: "12 !unlikelyName". */
export function checked(
	rule: RuleName,
	value: unknown,
	changes: Partial<RuleContext> = {},
): string {
	const found = RULES[rule](value, ruleContext(changes), undefined);
	const warning = typeof found === 'object' && 'warning' in found ? ` !${found.warning}` : '';
	return `${outcomeOf(found)}${warning}`;
}
