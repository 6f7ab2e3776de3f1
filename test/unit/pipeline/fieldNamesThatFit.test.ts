import { accountFields } from '../../../nodes/Persona/pipeline/accountFields/columns';
import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { FILE_PROBLEMS } from '../../../nodes/Persona/pipeline/csvFile/problems';
import { isFullName } from '../../../nodes/Persona/pipeline/fits';
import { matchFields } from '../../../nodes/Persona/pipeline/mapping';
import {
	hasValue,
	isSameValue,
	objectIn,
} from '../../../nodes/Persona/pipeline/automaticMapping/values';
import { map, rowsOf } from './automaticMapping/support';

const { columns } = ACCOUNT_IMPORT;
const match = (...fields: string[]) => matchFields(fields, columns);

describe('what is around a name', () => {
	test.each([
		['ï»¿First Name', 'name_first'],
		['First_Name__c', 'name_first'],
		['First Name__pc', 'name_first'],
		['DOB (MM/DD/YYYY)', 'birthdate'],
		['SSN #', 'social_security_number'],
		['Properties First Name', 'name_first'],
		['Customer First Name', 'name_first'],
		['Properties Customer First Name', 'name_first'],
		['Properties User ID', 'reference_id'],
	])('%s fits %s', (field, column) => {
		expect([...match(field).fieldOf]).toEqual([[column, field]]);
	});

	test.each([
		...[
			'Customer # ID x',
			'First__cName',
			'First ï»¿Name',
			'Properties Customer Lead First Name',
			'Customer User ID',
		],
		...['First Name (of the dog)', `First${' '.repeat(200)}Name`],
	])('%s fits nothing', (field) => {
		expect(match(field)).toEqual({
			...{ fieldOf: new Map(), passedOver: [], unmatched: [field], doubtful: [] },
		});
	});

	test('less of it is closer: what tools add, then words for people, then names that people like', () => {
		const names = ['Preferred First Name', 'Customer First Name', 'Property First Name'];
		expect(match(...names).fieldOf.get('name_first')).toBe('Property First Name');
		expect(match(...names.slice(0, 2)).fieldOf.get('name_first')).toBe('Customer First Name');
		expect(match(...names, 'First Name').fieldOf.get('name_first')).toBe('First Name');
		expect(match(...names).passedOver.map(({ field }) => field)).toEqual([
			...['Customer First Name', 'Preferred First Name'],
		]);
	});

	test('spaces around a long name do not count', () => {
		const field = `First Name${' '.repeat(250)}`;
		expect(match(field).fieldOf.get('name_first')).toBe(field);
	});

	test('a name has 200 characters at most', () => {
		const longest = `First${'-'.repeat(200 - 'FirstName'.length)}Name`;
		for (const field of [longest, ` ${longest} `]) {
			expect(match(field).fieldOf.get('name_first')).toBe(field);
		}
		expect(match(`${longest}.`).unmatched).toHaveLength(1);
		const fullName = `Full${'-'.repeat(200 - 'FullName'.length)}Name`;
		expect([fullName, `${fullName}.`].map((name) => isFullName(name))).toEqual([true, false]);
	});
});

test('a numbered name repeats the one without a number, if that is there', () => {
	expect(match('Last Name', 'Last Name_1')).toMatchObject({
		fieldOf: new Map([['name_last', 'Last Name']]),
		passedOver: [{ field: 'Last Name_1', column: 'name_last', taken: 'Last Name' }],
		unmatched: [],
	});
	expect(match('Last Name_1').unmatched).toEqual(['Last Name_1']);
	expect(match('Notes', 'Notes_1').unmatched).toEqual(['Notes', 'Notes_1']);
});

test('a numbered name that fits by itself repeats no other one', () => {
	const address = accountFields('token', undefined, []).columns;
	const { fieldOf } = matchFields(['address_street', 'address_street_1'], address);
	expect(fieldOf.get('address_street_1')).toBe('address_street_1');
});

describe('automatic mapping', () => {
	test('takes a field before the same one in an object, whichever comes first', async () => {
		for (const item of [
			{ fields: { first_name: 'inside' }, first_name: 'outside' },
			{ first_name: 'outside', fields: { first_name: 'inside' } },
		]) {
			expect(await rowsOf([{ id: 1, ...item }])).toMatchObject([{ name_first: 'outside' }]);
		}
	});

	test('says which field a row took', async () => {
		const mapping = await map([
			{ id: 1, Vorname: 'Ann', first_name: '' },
			{ id: 2, Vorname: 'Bob', first_name: 'Ben' },
			{ id: 3 },
		]);
		const fields = [0, 1, 2].map((item) => mapping.fieldOf?.(item, 'name_first'));
		expect(fields).toEqual(['Vorname', 'first_name', undefined]);
		expect(mapping.fieldOf?.(0, 'reference_id')).toBe('id');
		expect(mapping.fieldOf?.(0, 'no_column')).toBeUndefined();
	});

	test('does not say a name that may be a value', async () => {
		const name = 'First Name 987-65-4321';
		const mapping = await map([{ id: 1, [name]: 'Ann' }]);
		expect(mapping.fieldOf?.(0, 'name_first')).toBeUndefined();
	});

	test.each<[string, object, boolean]>([
		['noFields', {}, false],
		['fileOnly', {}, true],
		['noColumn', { notes: 'x' }, false],
	])('stops with the code %s', async (code, item, hasFile) => {
		expect((await map([{ ...item }], columns, { hasFile })).stop?.code).toBe(code);
	});
});

describe('values', () => {
	const circle: { self?: unknown } = {};
	circle.self = circle;

	test.each<[unknown, unknown, boolean]>([
		['a', ' a ', true],
		[1, '1', true],
		[true, 'true', true],
		[10n, '10', true],
		[null, 'null', false],
		[{ a: 1 }, { a: 1 }, true],
		[{ a: 1 }, { a: 2 }, false],
		[['a'], ['a'], true],
		[['a'], 'a', false],
		[undefined, null, false],
		[circle, circle, true],
	])('%p and %p say the same: %p', (one, other, same) => {
		expect(isSameValue(one, other)).toBe(same);
		expect(isSameValue(other, one)).toBe(same);
	});

	test('that cannot be compared are different', () => {
		expect(isSameValue(circle, { self: 1 })).toBe(false);
	});

	test.each<[unknown, boolean]>([
		...['a', '~', '\u007fa', 'é', ' a', 0, false, [''], {}].map((value): [unknown, boolean] => [
			value,
			true,
		]),
		...['', ' ', '\u007f'.replace('\u007f', '\u200b'), '\u3164', null, undefined, []].map(
			(value): [unknown, boolean] => [value, false],
		),
	])('%j is something: %p', (value, expected) => {
		expect(hasValue(value)).toBe(expected);
	});

	test('of Google: the primary name is taken', () => {
		const primary = { metadata: { primary: true }, name: 'b' };
		expect(objectIn(['x', { name: 'a' }, primary])).toBe(primary);
		expect(objectIn(['x', { name: 'a', metadata: {} }])).toMatchObject({ name: 'a' });
		const far = [...Array<string>(10).fill('x'), primary];
		expect(objectIn(far)).toBeUndefined();
	});
});

test('a file in another field is named, but not a name that may be a value or markup', () => {
	const help = (...fields: string[]) => FILE_PROBLEMS.missing(fields).help;
	expect(help('data', 'file')).toMatch(/^This item has a file in 'data'.*'file'.* Set 'Input Data/);
	expect(help('<b>x</b>', '987-65-4321')).toMatch(/^This item has a file in another field\. Set/);
	expect(help()).toMatch(/^This item has no file at all\./);
});
