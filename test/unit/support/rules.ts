import type { RuleContext } from '../../../nodes/Persona/pipeline/rules';

/** The day that is "today" in these tests. */
export const TODAY = '2026-06-15';

/** What rules know by default, with some of it changed. */
export function ruleContext(changes: Partial<RuleContext> = {}): RuleContext {
	return {
		birthdateFormat: 'iso',
		birthdateCustomFormat: '',
		tagSeparator: ',',
		today: TODAY,
		...changes,
	};
}
