import { copyFields } from '../../../../nodes/Persona/pipeline/expressions/copies';

test('copies the named fields only, without those that are not there', () => {
	const json = { a: 'x', b: 1, c: [{ d: null }], e: false, secret: '000-00-0000' };
	const copied = { a: 'x', b: 1, c: [{ d: null }], e: false };
	expect(copyFields(json, ['a', 'b', 'c', 'e', 'none'])?.json).toEqual(copied);
	const bare: unknown = Object.assign(Object.create(null), json);
	expect(copyFields(bare, ['a', 'none'])?.json).toEqual({ a: 'x' });
});

test('copies up to 100,000 characters, with what surrounds them', () => {
	const most = 100_000 - 'name'.length - 10;
	expect(copyFields({ name: 'x'.repeat(most) }, ['name'])?.size).toBe(100_000);
	expect(copyFields({ name: 'x'.repeat(most + 1) }, ['name'])).toBeUndefined();
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
	['a name that objects inherit', JSON.parse('{"__proto__": 1}')],
	['many values', Array.from({ length: 10_001 }, () => 1)],
])('leaves out a row with %s', (_what, value) => {
	expect(copyFields({ a: 'x', value }, ['value'])).toBeUndefined();
	expect(copyFields({ a: 'x', value }, ['a'])).toBeDefined();
});

test('leaves out a row that is no plain object', () => {
	expect(copyFields(new Special(), [])).toBeUndefined();
	expect(copyFields(undefined, [])).toBeUndefined();
	expect(copyFields(null, [])).toBeUndefined();
});
