import { checked } from '../../support/rules';

describe('tags', () => {
	test.each<[unknown, string, string, string]>([
		['a,N/A,b', 'placeholder', 'a,b', 'a,N/A,b'],
		['a, n/a ,b', 'placeholder', 'a,b', 'a, n/a ,b'],
		['N/A', 'placeholder', '', 'placeholder'],
		['N/A,N/A', 'placeholder', '', 'N/A,N/A'],
		['a,,N/A', 'placeholder', 'a', 'a,,N/A'],
		['a,NULL', 'placeholder', 'a', 'a,NULL'],
		['a;n/a', 'a;n/a', 'a;n/a', 'placeholder'],
		['a,undefined', 'placeholder', 'a', 'expressionLeftover'],
		['a,x undefined', 'expressionLeftover', 'expressionLeftover', 'expressionLeftover'],
		['unknown,test, a,,b', 'unknown,test, a,,b', 'unknown,test, a,,b', 'unknown,test, a,,b'],
		[['a', 'N/A'], 'placeholder', 'a', 'placeholder'],
		[['a', '', ' b', null], 'a,b', 'a,b', 'a;b'],
		[['a,b'], 'tagSeparator', 'tagSeparator', 'a,b'],
		['* myContacts ::: Friends', 'Friends', 'Friends', 'Friends'],
		['a ::: b ::: * starred', 'a,b', 'a,b', 'a;b'],
		['* friends', '', '', ''],
		['x * friends', 'x * friends', 'x * friends', 'x * friends'],
		['a,b * friends', 'a,b * friends', 'a,b * friends', 'a,b * friends'],
		['* friends of mine', '* friends of mine', '* friends of mine', '* friends of mine'],
		['a* b ::: c', 'a* b,c', 'a* b,c', 'a* b;c'],
		[[{ name: 7 }, 'a'], '7,a', '7,a', '7;a'],
	])(
		'%j becomes %j, with placeholders emptied %j, with semicolons %j',
		(value, text, empty, other) => {
			expect(checked('tags', value)).toBe(text);
			expect(checked('tags', value, { placeholders: 'empty' })).toBe(empty);
			expect(checked('tags', value, { tagSeparator: ';' })).toBe(other);
		},
	);
});
