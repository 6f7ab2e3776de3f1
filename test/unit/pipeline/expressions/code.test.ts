import { runInNewContext } from 'node:vm';

import { readCode } from '../../../../nodes/Persona/pipeline/expressions/code';
import {
	decode,
	freeField,
	NOT_TOGETHER,
	rowExpression,
	sliceExpression,
} from '../../../../nodes/Persona/pipeline/expressions/together';

describe('code that only reads', () => {
	test.each([
		['$json.a ? 1 : $json.b', ['a', 'b']],
		['!$json.a', ['a']],
		['typeof $json["a b"]', ['a b']],
		['[$json.a, 2, null]', ['a']],
		['({ a: $json.a, "b c": 1, 7: $json[0] })', ['a', '0']],
		['$json.a.map((x1, i) => x1.b + i)', ['a']],
		['`${$json.a}, ${$json.b}`', ['a', 'b']],
		['$json.a && $json.b || 1', ['a', 'b']],
		['$json.a.replace(/\\D/g, "")', ['a']],
	])('%s', (text, fields) => {
		const code = readCode(text);
		expect({ ...code, fields: [...(code?.fields ?? [])] }).toEqual({
			...{ text, fields, readsFieldsOnly: true, isChained: false },
		});
	});

	test('says whether n8n would rewrite it, and whether it reads more than fields', () => {
		expect(readCode('$json.a?.b')).toMatchObject({ isChained: true, readsFieldsOnly: true });
		expect(readCode('$itemIndex')).toMatchObject({ isChained: false, readsFieldsOnly: false });
		expect(readCode("$('CRM').item.json.a")).toMatchObject({ readsFieldsOnly: false });
	});
});

test.each([
	['a field by a value', '$json[$json.b]'],
	['a field by a template', '$json[`a`]'],
	['a field by a pattern', '$json[/a/]'],
	['a field by true', '$json[true]'],
	['a call in the name of a field', '$json["x.isEmpty()"]'],
	['a name with an escape', '$json.\\u0061'],
	['a key with an escape', '({ \\u0061: 1 })'],
	['$json with an escape', '$\\u006ason.a'],
	['a function with an escape', '$json.a.map((\\u0061) => 1)'],
	['a call with an escape', 'Str\\u0069ng($json.a)'],
	['an async function', '$json.a.map(async (x) => x)'],
	['parameters taken apart', '$json.a.map(({ b }) => b)'],
	['a parameter with a default', '$json.a.map((x = 1) => x)'],
	['a parameter that n8n knows', '$json.a.map(($json) => 1)'],
	['one of several', '$json.a.map((x, $json) => x)'],
	['a parameter like a function of n8n', '$json.a.map((extendX) => 1)'],
	['a parameter with a sign', '$json.a.map((a_b) => 1)'],
	['a parameter that is called', '$json.a.map((x) => x(1))'],
	['a parameter like a function, called', '$json.a.map((isNaN) => isNaN(1))'],
	['an unknown function', 'nothing($json.a)'],
	['a value that is set', '1] = [$json.a'],
	['a setter', '({ set a(b) {} })'],
	['a function that was given', '$json.a.at(0)(1)'],
	['a name outside of its function', '[$json.a.map((x) => x), x]'],
	['a getter', '({ get a() { return 1 } })'],
	['a method', '({ a() { return 1 } })'],
	['a key by a value', '({ [$json.b]: 1 })'],
	['a key alone', '({ DateTime })'],
	['a spread object', '({ ...$json.a })'],
	['a spread list', '[...$json.a]'],
	['a list with a hole', '[, $json.a]'],
	['a prototype', '({ __proto__: $json.a })'],
	['a constructor', '({ "constructor": 1 })'],
	['one bad property of several', '({ a: 1, b: nothing })'],
	['a big number', '1n'],
	['a pattern with a quote', '$json.a.replace(/"/g, "")'],
	['a call in a text', '"x.isEmpty()" + $json.a'],
	['a call with spaces in a text', '"x.isEmpty ?. (" + $json.a'],
	['an if in a text', '"$if (" + $json.a'],
	['a call in a template', '`x.isEmpty()`'],
	['a quote in a template', "`it's ${$json.a}`"],
	['two lines in a template', '`a\nb`'],
	['several values', '$json.a, $json.b'],
	['nothing', ''],
	['no JavaScript', 'a b'],
	['what closes the code around it', '1]; $[2'],
	['a statement', 'if (1) {}'],
	['delete', 'delete $json.a'],
])('refused: %s', (_, text) => {
	expect(readCode(text)).toBeUndefined();
});

describe('evaluated together', () => {
	const codes = ['$json.a', '$json.b.c', '$json.list', '0 / 0', '1 / 0', '-1 / 0', '"x"'].map(
		(text) => readCode(text)!,
	);
	const items = [
		{ a: 1, b: { c: null }, list: [1], row: 0 },
		{ list: {}, row: 1 },
	];
	const run = (expression: string, scope: object) => {
		const text = expression.replace(/^\{\{(.*)\}\}$/s, '$1');
		return JSON.parse(JSON.stringify(runInNewContext(text, scope))) as unknown[];
	};
	const alone = [NOT_TOGETHER, NOT_TOGETHER, NOT_TOGETHER, NOT_TOGETHER, 'x'];

	test('a row is a list of values, some of which have to be asked for alone', () => {
		const [first, second] = items.map((item) => run(rowExpression(codes), { $json: item }));
		expect(first!.map(decode)).toEqual([1, null, ...alone]);
		expect(second!.map(decode)).toEqual([undefined, NOT_TOGETHER, ...alone]);
	});

	test('the rows of a slice say which they are', () => {
		const $input = { all: () => items.map((json) => ({ json })) };
		const rows = run(sliceExpression(codes, 'row'), { $input }) as unknown[][];
		expect(rows.map(([row, ...values]) => [row, ...values.map(decode)])).toEqual([
			[0, 1, null, ...alone],
			[1, undefined, NOT_TOGETHER, ...alone],
		]);
	});

	test('the field for the number of the row is none that is read', () => {
		expect(freeField(new Set(['a']))).toBe('row');
		expect(freeField(new Set(['row', 'row0']))).toBe('row00');
	});
});
