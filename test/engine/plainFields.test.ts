import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { simpleValueOf } from '../../nodes/Persona/pipeline/simpleExpressions';
import { UNRESOLVED } from '../../nodes/Persona/pipeline/checkRows';
import { RUNS } from '../unit/support/property';
import { expectSame, probe } from './support/probe';

/** Names that mean something to JavaScript or to n8n, and names that people give to their fields. */
const NAMES = [
	...[
		'a',
		'b',
		'c',
		'name',
		'Name',
		'class',
		'default',
		'_id',
		'$id',
		'größe',
		'a b',
		'a.b',
		'0',
		'1',
	],
	...['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'length'],
	...['$', '$json', 'this', 'window', 'global', 'globalThis', 'undefined', 'NaN', 'then', 'first'],
	...['constructorName', 'caller', 'arguments', 'binding', 'mainModule', '__sanitize', 'map', ''],
	...[
		'x.first (y)',
		'$if(1)',
		'}}',
		'{{',
		'\\n',
		"it's",
		'say "x"',
		'a\u00a0b',
		'😀',
		'\ud800',
		'\u2028',
	],
	...['a.constructor', 'date', 'list', '-1', '01', '1.5', 'トマト', 'isEmpty', 'trim'],
];

const name = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom('a', 'b', 'list', 'a b') },
	fc.constantFrom(...NAMES),
);
const blank = fc.constantFrom('', '', '', ' ', '  ', '\t', '\n', '\u00a0');

const leaf: fc.Arbitrary<unknown> = fc.oneof(
	fc.string(),
	fc.constantFrom(
		'',
		' ',
		'={{ $json.a }}',
		'{{ 1 + 1 }}',
		'=x',
		'toString',
		'\ud800',
		'true',
		'0',
	),
	fc.constantFrom(null, undefined, true, false, 0, -0, 1.5, NaN, Infinity, 2 ** 53),
	fc.date({ noInvalidDate: false }),
	fc.constantFrom(DateTime.fromISO('2020-02-29T23:00:00Z'), DateTime.invalid('test')),
	fc.constantFrom(
		[1, 'b', null, true],
		[],
		[undefined],
		[[1]],
		[{ a: 1 }],
		[new Date(0)],
		new Array(1),
	),
);

/** Items as other nodes may hand them on: nested, with odd names and odd values. */
const value = fc.letrec((tie) => ({
	any: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		{ weight: 3, arbitrary: leaf },
		{ weight: 1, arbitrary: fc.array(tie('any'), { maxLength: 3 }) },
		{ weight: 2, arbitrary: tie('object') },
	),
	object: fc
		.array(fc.tuple(name, tie('any')), { maxLength: 6 })
		.map((entries) => Object.fromEntries(entries)),
}));
const item = value.object as fc.Arbitrary<IDataObject>;

const step = fc.oneof(
	{ weight: 3, arbitrary: fc.tuple(blank, blank, name).map(([a, b, key]) => `${a}.${b}${key}`) },
	fc.tuple(blank, blank, blank, name).map(([a, b, c, key]) => `${a}[${b}"${key}"${c}]`),
	fc.tuple(blank, name).map(([a, key]) => `[${a}'${key}']`),
	fc
		.tuple(blank, fc.constantFrom('0', '1', '2', '01', '-1', '1.5', '1e1'))
		.map(([a, i]) => `[${a}${i}]`),
	{ weight: 1, arbitrary: name.map((key) => `?.${key}`) },
);
const path = fc
	.tuple(blank, fc.array(step, { minLength: 1, maxLength: 4 }), blank)
	.map(([a, steps, b]) => `={{${a}$json${steps.join('')}${b}}}`);
const text = fc.oneof(
	name,
	fc.string(),
	fc.constantFrom('x.constructor', 'a\\b', '}}', 'a }} b', '\r\n'),
);
const expression: fc.Arbitrary<string> = fc.oneof(
	{ weight: 8, arbitrary: path },
	{ weight: 1, arbitrary: text },
	{ weight: 1, arbitrary: text.map((some) => `=${some}`) },
	{ weight: 1, arbitrary: fc.tuple(path, text).map(([some, more]) => `${some}${more}`) },
);

test('reads what the engine gives, for random expressions and random items', async () => {
	let plain = 0;
	let all = 0;
	const isMapped = (raw: string) => raw !== '';
	await fc.assert(
		fc.asyncProperty(
			fc.array(expression.filter(isMapped), { minLength: 1, maxLength: 5 }),
			fc.array(item, { minLength: 1, maxLength: 2 }),
			async (expressions, items) => {
				const { found } = await probe(expressions, items);
				expect(found).toHaveLength(items.length);
				for (const row of found) expectSame(row, expressions);
				plain += expressions.filter((raw) => simpleValueOf(raw) !== undefined).length;
				all += expressions.length;
			},
		),
		RUNS,
	);
	expect(plain / all).toBeGreaterThan(0.25);
}, 300_000);

test('asks the engine about the same few parameters however many items there are', async () => {
	const expressions = [
		'={{ $json.a }}',
		'={{$json["a b"].c[0]}}',
		'constant',
		'=text',
		'={{ $json.l }}',
	];
	const items = Array.from({ length: 50 }, (_, n) => ({ a: n, 'a b': { c: [n] }, l: ['x', 'y'] }));
	const { found, calls } = await probe(expressions, items);
	expect(found[7]?.ours).toEqual([7, 7, 'constant', 'text', ['x', 'y']]);
	expect(calls).toBe(1);
});

test('asks the engine alone only for the check and for columns that do more than read', async () => {
	const expressions = ['={{ $json.a }}', '={{ $json.a + 1 }}', '={{ [$json.a].pop() }}'];
	const items = Array.from({ length: 50 }, (_, n) => ({ a: n }));
	const { found, calls } = await probe(expressions, items);
	expect(found[7]?.ours).toEqual([7, 8, 7]);
	expect(calls).toBe(1 + 2 + items.length);
});

test('asks the engine once an item when every column does more than read', async () => {
	const items = Array.from({ length: 50 }, (_, n) => ({ a: n }));
	const { found, calls } = await probe(
		['={{ [$json.a].pop() }}', '={{ [$json.a].shift() }}'],
		items,
	);
	expect(found[7]?.ours).toEqual([7, 7]);
	expect(calls).toBe(1 + items.length);
});

test('says that an expression was not resolved, and asks for it alone', async () => {
	const { found } = await probe(['={{ $json.toString }}', '={{ $json.a }}'], [{ a: 1 }]);
	expect(found[0]?.ours).toEqual([UNRESOLVED, 1]);
});
