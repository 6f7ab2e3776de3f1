import type { Checked, RuleContext } from './rule';
import { checkText } from './text';

/**
 * Text passes as it is, because Persona does not document what separates tags in a cell. A list is joined with the
 * separator of the option; its empty entries are left out.
 */
export function checkTags(value: unknown, { tagSeparator }: RuleContext): Checked {
	if (!Array.isArray(value)) return checkText(value);
	const tags: string[] = [];
	for (const entry of value) {
		const checked = checkText(entry);
		if (!('text' in checked)) {
			return checked.code === 'brokenCharacter' || checked.code === 'controlCharacter'
				? checked
				: { code: 'tagNotText' };
		}
		const tag = checked.text.trim();
		if (tag === '') continue;
		if (tagSeparator !== '' && tag.includes(tagSeparator)) return { code: 'tagSeparator' };
		tags.push(tag);
	}
	return { text: tags.join(tagSeparator) };
}
