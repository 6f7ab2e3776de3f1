import * as parser from 'esprima-next';

import { codesOf, fill, templateOf } from '../../../../nodes/Persona/pipeline/expressions/template';

const codeOf = (raw: string) => codesOf(templateOf(raw) ?? [])[0];

describe('recognised for many rows at once', () => {
	test.each<[string, string[]]>([
		['={{ $json.name.trim() }}', ['name']],
		['={{$json["a b"] + $json.c.d.e}}', ['a b', 'c']],
		['={{ $json.list.map((x, i) => x + i).join(", ") }}', ['list']],
		['={{ $if($json.a > 1, "yes", "no") }}', ['a']],
		['={{ `${$json.a}-${$today.toISODate()}` }}', ['a']],
		['={{ $json.a?.b ?? $vars.c }}', ['a']],
		['={{ DateTime.fromISO($json.a, { zone: "utc" }).toFormat("yyyy") }}', ['a']],
		['={{ "$json.other" + $json.a }}', ['a']],
		['={{ $json.a.replace(/\\D/g, "") }}', ['a']],
		['={{ ($json.a).trim() + (($json).b?.[0] ?? "") }}', ['a', 'b']],
		['={{ ($json.a?.b).c }}', ['a']],
	])('%s', (raw, fields) => {
		const code = codeOf(raw);
		expect(code?.readsFieldsOnly).toBe(true);
		expect([...code!.fields]).toEqual(fields);
	});
});

test.each([
	'={{ $itemIndex + 1 }}',
	'={{ $input.item.json.a.trim() }}',
	"={{ $('CRM').item.json.a }}",
	'={{ Object.keys($json).length }}',
	'={{ $json }}',
	'={{ $binary.data.fileName }}',
])('recognised for a row: %s', (raw) => {
	expect(codeOf(raw)?.readsFieldsOnly).toBe(false);
});

test.each([
	['changes a list', '={{ $json.a.sort() }}'],
	['turns a list around', '={{ $json.a.reverse() }}'],
	['takes from a list', '={{ $json.a.pop() }}'],
	['adds to a list', '={{ $json.a.push("x") }}'],
	['changes a field', '={{ $json.a = 1 }}'],
	['removes a field', '={{ delete $json.a }}'],
	['counts', '={{ $json.a++ }}'],
	['an unknown name', '={{ nothing.trim() }}'],
	['an unknown method', '={{ $json.a.nosuch() }}'],
	['a method by a value', '={{ $json.a[$json.b]() }}'],
	['this', '={{ this.a }}'],
	['what n8n forbids', '={{ $json.a.constructor }}'],
	['what n8n forbids, in the text', '=a.constructor {{ $json.a.trim() }}'],
	['random numbers', '={{ Math.random() }}'],
	['much out of little', '={{ $json.a.repeat(1000000) }}'],
	['a function with statements', '={{ (() => { return 1 })() }}'],
	['new objects', '={{ new Date() }}'],
	['a comment', '={{ $json.a /* "it */ }}'],
	['two statements', '={{ $json.a; $json.b }}'],
	['a bracket too many', '={{ $json.a) + ($json.b }}'],
	['a square bracket too many', '={{ $json.a].b[$json.c }}'],
	['a square bracket too many, in a call', '={{ $json.a](1)[$json.c }}'],
	['an index too many', '={{ $json.a]\n$[$json.c }}'],
	['two values', '={{ $json.a, $json.b }}'],
	['a comma at the end', '={{ $json.a, }}'],
	['a list of values', '={{ ...$json.a }}'],
	['nothing', '={{ }}'],
	['a function in parentheses', '={{ ($if)($json.a, 1, 2) }}'],
	['a method in parentheses', '={{ ($json.a.first)() }}'],
	['a large whole number', '={{ 10n + $json.a }}'],
	['quotes in a pattern', '={{ $json.a.replace(/"/g, "") }}'],
	['a pattern that is wrong', '={{ $json.a.replace(/(/g, "") }}'],
	['what looks like an extension function', '={{ $json.a + ".first()" }}'],
	['a name with escapes', '={{ $json.a.tr\\u0069m() }}'],
	['no closing brackets, after a space', '={{ $json.a '],
	['text with brackets', 'a{{ $json.a.trim() }}'],
	['no closing brackets', '={{ $json.a.trim()'],
	['escaped brackets', '=\\{{ $json.a.trim() }}'],
	['escapes in the text', '=a\\\\b {{ $json.a.trim() }}'],
	['no JavaScript', '={{ $json.a + }}'],
	['no code', '=text'],
	['no expression', '{{ $json.a.trim() }}'],
	['a number', 1],
])('left to the engine: %s', (_what, raw) => {
	expect(templateOf(raw)).toBeUndefined();
});

test('a template that is one expression keeps its value; text around it makes text', () => {
	expect(fill(templateOf('={{ $json.a + 1 }}')!, [7])).toBe(7);
	const around = templateOf('=a {{ $json.a + 1 }} b {{ $json.b }}')!;
	expect(fill(around, [0, null])).toBe('a 0 b ');
	expect(fill(around, [true, 'x'])).toBe('a true b x');
	expect(fill(templateOf('={{ $json.a }}{{ $json.b }}')!, [false, undefined])).toBe('false');
});

describe("without n8n's parser", () => {
	const { parseModule } = parser;
	afterEach(() => void Object.assign(parser, { parseModule }));

	it.each<[string, unknown]>([
		['the host does not have it', undefined],
		['it throws', () => JSON.parse('') as unknown],
		['it gives something else', () => ({})],
	])('an expression is left to the engine if %s', (_what, instead) => {
		expect(templateOf('={{ $json.name.trim() }}')).toBeDefined();
		Object.assign(parser, { parseModule: instead });
		expect(templateOf('={{ $json.name.trim() }}')).toBeUndefined();
	});
});
