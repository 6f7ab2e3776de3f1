import {
	ASK_ENGINE,
	simpleValueOf,
	readPath,
} from '../../../nodes/Persona/pipeline/simpleExpressions';

test.each<[unknown, unknown]>([
	['={{ $json.a }}', { path: ['a'] }],
	['={{$json.a}}', { path: ['a'] }],
	['={{\t$json\n.a . b\r\n}}', { path: ['a', 'b'] }],
	['={{ $json["a b"].c[0] }}', { path: ['a b', 'c', '0'] }],
	["={{ $json [ 'größe' ][12] }}", { path: ['größe', '12'] }],
	['={{ $json["Date (dd.mm.yyyy)"] }}', { path: ['Date (dd.mm.yyyy)'] }],
	['={{ $json[""] }}', { path: [''] }],
	['={{ $json.myconstructor }}', { path: ['myconstructor'] }],
	['constant', { constant: 'constant' }],
	['{{ $json.a }}', { constant: '{{ $json.a }}' }],
	['={{', undefined],
	['=text', { constant: 'text' }],
	['=', { constant: '' }],
	[7, { constant: 7 }],
	[false, { constant: false }],
])('%j needs no engine: %j', (raw, expected) => {
	expect(simpleValueOf(raw)).toEqual(expected);
});

test.each<[unknown]>([
	['={{ $json }}'],
	['={{ $json.a }} '],
	['= {{ $json.a }}'],
	['=Dr. {{ $json.a }}'],
	['={{ $json.a }}{{ $json.b }}'],
	['={{ $json.a.trim() }}'],
	['={{ $json.a ?? "" }}'],
	['={{ $json?.a }}'],
	['={{ $json.a?.b }}'],
	['={{ $json.a; }}'],
	['={{ $json.a /* */ }}'],
	['={{ $json.größe }}'],
	['={{ $json[-1] }}'],
	['={{ $json[01] }}'],
	['={{ $json[1.5] }}'],
	['={{ $json[a] }}'],
	['={{ $json[`a`] }}'],
	['={{ $json["\\u0061"] }}'],
	['={{ $json["a\nb"] }}'],
	['={{ $json["}}"] }}'],
	['={{ $json.$ }}'],
	['={{ $json.globalThis }}'],
	['={{ $json.constructor }}'],
	['={{ $json.constructorName }}'],
	['={{ $json. constructorName }}'],
	['={{ $json.a.toString }}'],
	['={{ $json["__proto__"] }}'],
	['={{ $json.caller }}'],
	['={{ $json["toString"] }}'],
	['={{ $json["\ud800"] }}'],
	['={{ $("CRM").item.json.a }}'],
	['={{ $input.item.json.a }}'],
	['={{ $now }}'],
	['=toString'],
	['=a.constructor'],
	[{ a: '={{ $json.a }}' }],
	[['a']],
	[null],
	[undefined],
])('%j is for the engine', (raw) => {
	expect(simpleValueOf(raw)).toBeUndefined();
});

const day = new Date(0);
const list = ['a', 1, null, true];

test.each<[string[], unknown, unknown]>([
	[['a'], { a: 'x' }, 'x'],
	[['a'], { a: null }, null],
	[['a'], {}, undefined],
	[['a', 'b', 'c'], { a: {} }, undefined],
	[['a', 'b'], { a: null }, undefined],
	[['a', 'b'], { a: '' }, undefined],
	[['a', 'length'], { a: 'four' }, 4],
	[['a', '1'], { a: [1, 2] }, 2],
	[['a', '5'], { a: [1, 2] }, undefined],
	[['a', '10'], { a: [...'abcdefghijk'] }, 'k'],
	[['a', 'length'], { a: [1, 2] }, 2],
	[['a'], { a: day }, day],
	[['a'], { a: list }, list],
	[['a'], Object.assign(Object.create(null), { a: 1 }), 1],
	[['a'], undefined, undefined],
	[['a', 'trim'], { a: 'x' }, ASK_ENGINE],
	[['a', 'map'], { a: [] }, ASK_ENGINE],
	[['a', '01'], { a: [1, 2] }, ASK_ENGINE],
	[['a', 'b'], { a: new (class Own {})() }, ASK_ENGINE],
	[['a', 'b'], { a: day }, ASK_ENGINE],
	[['a'], { a: {} }, ASK_ENGINE],
	[['a'], { a: [[]] }, ASK_ENGINE],
	[['a'], { a: [undefined] }, ASK_ENGINE],
	[['a'], { a: new Array(1) }, ASK_ENGINE],
	[['a'], { a: 1n }, ASK_ENGINE],
	[['a'], { a: () => 1 }, ASK_ENGINE],
])('%j of %j', (path, json, expected) => {
	expect(readPath(json, path)).toBe(expected);
});
