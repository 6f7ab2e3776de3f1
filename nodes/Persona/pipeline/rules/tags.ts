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
		if (typeof checked !== 'string') {
			return checked.code === 'brokenCharacter' || checked.code === 'controlCharacter'
				? checked
				: { code: 'tagNotText' };
		}
		const tag = checked.trim();
		if (tag === '') continue;
		if (tag.includes(tagSeparator)) return { code: 'tagSeparator' };
		tags.push(tag);
	}
	const text = tags.join(tagSeparator);
	// A tag may also form the separator together with the one behind it, as "a;" does with ";;".
	const apart = tags.length > 1 ? text.split(tagSeparator) : tags;
	return apart.length === tags.length && apart.every((tag, index) => tag === tags[index])
		? text
		: { code: 'tagSeparator' };
}
