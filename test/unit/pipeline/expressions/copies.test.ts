import { copyFields } from '../../../../nodes/Persona/pipeline/expressions/copies';

test('copies the named fields only, without those that are not there', () => {
	const json = { a: 'x', b: 1, c: [{ d: null }], secret: '000-00-0000' };
	expect(copyFields(json, ['a', 'c', 'none'])?.json).toEqual({ a: 'x', c: [{ d: null }] });
});

class Special {}
const around: object[] = [];
around.push(around);

test.each<[string, unknown]>([
	['a date', new Date(0)],
	['an object of a class', new Special()],
	['an object without a prototype', Object.create(null)],
	['a function', () => 1],
	['NaN', NaN],
	['-0', -0],
	['a list with holes', new Array(2)],
	['undefined in a list', [undefined]],
	['half of a character', '\ud800'],
	['a list in itself', around],
	['much text', 'x'.repeat(100_001)],
	['many values', Array.from({ length: 10_001 }, () => 1)],
])('leaves out a row with %s', (_what, value) => {
	expect(copyFields({ a: 'x', value }, ['value'])).toBeUndefined();
	expect(copyFields({ a: 'x', value }, ['a'])).toBeDefined();
});

test('leaves out a row that is no plain object', () => {
	expect(copyFields(new Special(), [])).toBeUndefined();
	expect(copyFields(undefined, [])).toBeUndefined();
});
