import { verdict } from './support';

test('a tag may look like a formula that failed, and a known one is still refused', () => {
	expect(verdict('tags', '#VIP!')).toBe('sent');
	expect(verdict('tags', '#REF!')).toBe('placeholder');
	expect(verdict('field', '#VIP!')).toBe('placeholder');
});
