import { RULES } from '../../../../../nodes/Persona/pipeline/rules';
import { ruleContext } from '../../../support/rules';

const CONTEXT = ruleContext({ birthdateFormat: 'detect', tagSeparator: ';' });

/** The code of a problem or of a warning; `sent` for a value that is ordinary. */
export function verdict(rule: keyof typeof RULES, value: string): string {
	const checked = RULES[rule](value, CONTEXT, undefined);
	if (typeof checked === 'string') return checked === value ? 'sent' : `sent as ${checked}`;
	return 'code' in checked ? checked.code : checked.warning;
}

/** Expected verdict → values: a case for each value. */
export const each = (cases: Readonly<Record<string, readonly string[]>>) =>
	Object.entries(cases).flatMap(([expected, values]) =>
		values.map((value) => [value, expected] as const),
	);
