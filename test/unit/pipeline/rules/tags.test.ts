import fc from 'fast-check';

import { checkTags } from '../../../../nodes/Persona/pipeline/rules/tags';
import { RUNS } from '../../support/property';
import { ruleContext } from '../../support/rules';

const comma = ruleContext();

describe('tags', () => {
	test.each([
		['vip', 'vip'],
		['vip, new ;x', 'vip, new ;x'],
		[7, '7'],
		[null, ''],
		[[], ''],
		[['vip'], 'vip'],
		[['vip', 'new'], 'vip,new'],
		[[' vip ', '', '  ', null, undefined, 'new'], 'vip,new'],
		[[7, 8n], '7,8'],
		[[{ name: 'vip' }, { label: 'new' }, { id: 3, value: 'x' }], 'vip,new,x'],
		['* myContacts', ''],
		['* myContacts ::: School ::: * starred', 'School'],
		['A ::: B', 'A,B'],
		['* important', '* important'],
	])('%p becomes %p', (value, text) => {
		expect(checkTags(value, comma)).toEqual(text);
	});

	test.each([
		[[['nested']], 'tagNotText'],
		[[{ color: 'red' }], 'tagNotText'],
		[['vip', true], 'tagNotText'],
		[[new Date(0)], 'tagNotText'],
		[[NaN], 'tagNotText'],
		[['a,b'], 'tagSeparator'],
		[['a', ','], 'tagSeparator'],
		[['a\u0000'], 'controlCharacter'],
		[['\udc00'], 'brokenCharacter'],
		[{ 0: 'a' }, 'notText'],
		[true, 'booleanValue'],
	])('%p has the code %s', (value, code) => {
		expect(checkTags(value, comma)).toEqual({ code });
	});

	test('the first entry that cannot go decides', () => {
		expect(checkTags(['a,b', {}], comma)).toEqual({ code: 'tagSeparator' });
		expect(checkTags([{}, 'a,b'], comma)).toEqual({ code: 'tagNotText' });
	});

	test.each([
		[';', 'a,x;b'],
		['|', 'a,x|b'],
		[', ', 'a,x, b'],
	])('separator %p', (tagSeparator, text) => {
		expect(checkTags(['a,x', 'b'], ruleContext({ tagSeparator }))).toEqual(text);
	});

	test('a tag may not form the separator together with what is beside it', () => {
		const context = ruleContext({ tagSeparator: ';;' });
		expect(checkTags(['a;', 'b'], context)).toEqual({ code: 'tagSeparator' });
		expect(checkTags(['a', 'b;'], context)).toBe('a;;b;');
	});

	test('property: a list can be split at the separator again', () => {
		const separator = fc.constantFrom(',', ';', '|', ', ', ' ', ';;');
		const tag = fc.string({ unit: fc.constantFrom('a', 'b', ',', ';', '|', ' '), maxLength: 4 });
		fc.assert(
			fc.property(fc.array(tag), separator, (tags, tagSeparator) => {
				const checked = checkTags(tags, ruleContext({ tagSeparator }));
				const wanted = tags.map((entry) => entry.trim()).filter((entry) => entry !== '');
				if (typeof checked === 'object') {
					expect(wanted.join(tagSeparator).split(tagSeparator)).not.toEqual(wanted);
				} else {
					expect(checked === '' ? [] : checked.split(tagSeparator)).toEqual(wanted);
				}
			}),
			RUNS,
		);
	});
});
