import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

/** Fields of the items; `missing` is in none of them. */
const FIELDS = ['name', 'date', 'amount', 'list', 'nested', 'mixed', 'missing'];

/** n8n's QuickJS engine loses a NUL when it evaluates a value alone; the node rejects every text that holds one. */
const withoutNul = (value: string) => !value.includes('\0');

const text = fc.oneof(
	fc.constantFrom(
		'',
		' Ada ',
		'lovelace',
		"O'Brien",
		'say "x"',
		'美咲',
		'😀',
		'2020-02-29',
		'12.5',
	),
	fc.constantFrom(
		'2020-02-29T12:30:00.000Z',
		'true',
		'null',
		'x.trim()',
		'a{{b}}',
		'ada@example.com',
	),
	fc.string().filter(withoutNul),
	fc.string({ unit: 'binary', maxLength: 4 }).filter(withoutNul),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
	text,
	fc.constantFrom(null, undefined, true, false, 0, -0, 1.5, -3, NaN, Infinity, 2 ** 53, 1e21),
	fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { maxLength: 3 }),
	fc.record({ a: text, b: fc.integer() }, { requiredKeys: [] }),
	fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') }),
);

/** Items as other nodes hand them on: mostly what the expressions expect, sometimes not. */
export const row = fc
	.record(
		{
			name: fc.oneof({ weight: 4, arbitrary: text }, anything),
			date: fc.oneof(
				{ weight: 3, arbitrary: fc.constantFrom('1815-12-10', '2020-02-29T12:30:00.000Z', '') },
				anything,
			),
			amount: fc.oneof({ weight: 4, arbitrary: fc.integer() }, anything),
			list: fc.oneof({ weight: 3, arbitrary: fc.array(text, { maxLength: 3 }) }, anything),
			nested: fc.oneof({ weight: 3, arbitrary: fc.record({ a: text, b: fc.integer() }) }, anything),
			mixed: anything,
		},
		{ requiredKeys: [] },
	)
	.map((fields) => fields as IDataObject);

const quote = fc.constantFrom('"', "'");
const literal = fc.oneof(
	fc
		.tuple(fc.constantFrom('', 'a', ' ', '-', 'Ada', 'x(y)', '.first(', '$if('), quote)
		.map(([value, mark]) => `${mark}${value}${mark}`),
	fc.constantFrom("'it\\'s'", '"a\\"b"', '0', '1', '2.5', 'true', 'null', 'undefined', 'NaN'),
);
const field = fc.constantFrom(...FIELDS);
const read = fc.oneof(
	{ weight: 4, arbitrary: field.map((name) => `$json.${name}`) },
	field.map((name) => `$json["${name}"]`),
	field.map((name) => `$json['${name}']`),
	fc.constantFrom('$json.nested.a', '$json.list[0]', '$json.nested?.a', '$json.missing.more'),
	{
		weight: 1,
		arbitrary: fc.constantFrom('$json', '$itemIndex', '$input.item.json.name', '$binary'),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom("$('CRM').item.json.name", '$runIndex', 'this', 'nothing'),
	},
	{ weight: 1, arbitrary: fc.constantFrom('$workflow.name', '$vars.x', '$today.toISODate()') },
);
const NATIVE = [
	'trim()',
	'toUpperCase()',
	'toString()',
	'length',
	'split(" ")',
	'split("").join("-")',
];
const CALLS = [
	'replace(/[aeiou]/g, "_")',
	'slice(0, 3)',
	'includes("a")',
	'toFixed(2)',
	'nosuch()',
];
const EXTENSIONS = ['toTitleCase()', 'first()', 'last()', 'isEmpty()', 'toDateTime()', 'round(1)'];
const MORE = [
	'toDateTime().toFormat("yyyy-MM-dd")',
	'length()',
	'unique()',
	'toInt()',
	'isEmail()',
];
const LISTS = [
	'map(x => x.trim())',
	'filter((x, i) => i > 0).join(",")',
	'some(x => x === $json.name)',
];
/** Nothing that changes a list: in the legacy engine that changes the item, so that each evaluation would find another one. */
const OTHERS = ['concat([1])', 'keys()', 'first?.(1)'];
const step = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...NATIVE, ...CALLS) },
	{ weight: 3, arbitrary: fc.constantFrom(...EXTENSIONS, ...MORE) },
	fc.constantFrom(...LISTS, ...OTHERS),
);

const { code } = fc.letrec<{ code: string }>((tie) => ({
	code: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		{ weight: 3, arbitrary: read },
		{ weight: 1, arbitrary: literal },
		{
			weight: 5,
			arbitrary: fc
				.tuple(tie('code'), fc.constantFrom('.', '.', '.', '?.'), step)
				.map(([one, dot, call]) => `${one}${dot}${call}`),
		},
		fc
			.tuple(tie('code'), fc.constantFrom('+', '||', '&&', '??', '===', '*', ',', '-'), tie('code'))
			.map(([one, operator, other]) => `(${one}) ${operator} (${other})`),
		fc
			.tuple(tie('code'), tie('code'), tie('code'))
			.map(([test, one, other]) => `(${test}) ? ${one} : ${other}`),
		fc.tuple(tie('code'), tie('code')).map(([one, other]) => `$if(${one}, ${other}, "no")`),
		tie('code').map((one) => `\`a \${${one}} "b"\``),
		tie('code').map((one) => `\`\${${one}}-\``),
		tie('code').map((one) => `String(${one})`),
		tie('code').map((one) => `JSON.stringify(${one})`),
		tie('code').map((one) => `[${one}, 1].join("/")`),
		tie('code').map((one) => `!(${one})`),
		tie('code').map((one) => `({ a: ${one} }).a`),
		tie('code').map((one) => `$json.list.map(x => x + ${one}).join("")`),
	),
}));

const space = fc.constantFrom('', ' ', '\n', ' /* a "note */ ');
const bracketed = fc
	.tuple(space, code, fc.constantFrom('', ' ', '\n', ';'))
	.map((parts) => `{{${parts.join('')}}}`);
const around = fc.constantFrom('', '', ' ', 'a', '\\', '\\\\', '}}', '"', "it's .first(", '\n');

/** Mapped values with real expressions, alone and in text. */
export const expression = fc.oneof(
	{ weight: 3, arbitrary: bracketed.map((one) => `=${one}`) },
	fc
		.array(
			fc.tuple(around, bracketed).map((parts) => parts.join('')),
			{ minLength: 1, maxLength: 2 },
		)
		.chain((parts) => around.map((end) => `=${parts.join('')}${end}`)),
);
