import fc from 'fast-check';

import {
	ContentDigest,
	IdempotencyKeys,
	keyOfGeneration,
	type IdempotencyMode,
	type KeyedRequest,
} from '../../../nodes/Persona/transport/idempotency';
import { RUNS } from '../support/property';

function digestOf(secret: string, ...pieces: string[]) {
	const digest = new ContentDigest(secret);
	for (const piece of pieces) digest.add(Buffer.from(piece));
	return digest.finish();
}

const request: KeyedRequest = {
	url: 'https://api.withpersona.com/api/v1/importer/accounts',
	query: { include: 'creator', 'fields[importer]': 'status' },
	headers: { 'Persona-Version': '2025-12-08', 'Key-Inflection': 'kebab' },
	fields: { list: 'lst_1' },
	fileName: 'accounts.csv',
	content: digestOf('s', 'reference_id\r\nA-1\r\n'),
};

function keyOf(
	changes: Partial<KeyedRequest> = {},
	mode: IdempotencyMode = 'content',
	secret = 'persona_sandbox_1',
	scope = '',
): string | undefined {
	return new IdempotencyKeys(mode, secret, scope).keyFor({ ...request, ...changes }, '1');
}

describe('once per content', () => {
	test('the same request has the same key in every process', () => {
		expect(keyOf()).toBe('a0516fdff1c6d295492ae5ed6f7fdff73d5cd74f1037e424923e473e6ec385fd');
		expect(keyOf({ content: { ...request.content } })).toBe(keyOf());
	});

	test('the order of names makes no difference', () => {
		const query = { 'fields[importer]': 'status', include: 'creator' };
		const headers = { 'Key-Inflection': 'kebab', 'Persona-Version': '2025-12-08' };
		expect(keyOf({ query, headers })).toBe(keyOf());
	});

	test.each<[string, Partial<KeyedRequest>]>([
		['address', { url: 'https://api.withpersona.com/api/v1/importer/list-item/names' }],
		['query', { query: { include: 'creator' } }],
		['value in the query', { query: { ...request.query, include: 'tags' } }],
		['header', { headers: { ...request.headers, 'Key-Inflection': 'snake' } }],
		['form field', { fields: { list: 'lst_2' } }],
		['file name', { fileName: 'accounts2.csv' }],
		['byte of the file', { content: digestOf('s', 'reference_id\r\nA-2\r\n') }],
		['length of the file', { content: digestOf('s', 'reference_id\r\nA-1\r\n ') }],
		['place of a value', { query: request.headers, headers: request.query }],
		[
			'place of a byte',
			{ fileName: 'accounts.csvr', content: digestOf('s', 'eference_id\r\nA-1\r\n') },
		],
	])('another %s, another key', (_what, changes) => {
		expect(keyOf(changes)).not.toBe(keyOf());
	});

	test('another API key, another key', () => {
		expect(keyOf({}, 'content', 'persona_sandbox_2')).not.toBe(keyOf());
	});

	test('has a part of its own for each of equal parts, in the same order each time', () => {
		const keysOfRun = () => {
			const keys = new IdempotencyKeys('content', 'secret', '');
			const other = { ...request, content: digestOf('s', 'other') };
			return [request, request, other, request].map((part, index) =>
				keys.keyFor(part, String(index + 1)),
			);
		};
		const [first, second, other, third] = keysOfRun();
		expect([second, third]).toEqual([`${first}-2`, `${first}-3`]);
		expect(other).not.toContain(first);
		expect(keysOfRun()).toEqual([first, second, other, third]);
	});

	test('does not depend on the number of the part', () => {
		const keys = new IdempotencyKeys('content', 'persona_sandbox_1', '');
		expect(keys.keyFor(request, '2.1')).toBe(keyOf());
	});
});

describe('after refusals that prove that nothing was imported', () => {
	test.each([
		[0, 'abc'],
		[1, 'abc-g1'],
		[2, 'abc-g2'],
		[-1, 'abc'],
		[1.5, 'abc'],
		[NaN, 'abc'],
		[Infinity, 'abc'],
	])('generation %p: %s', (generation, key) => {
		expect(keyOfGeneration('abc', generation)).toBe(key);
	});

	test('each part has a generation of its own, by its own key', () => {
		const keys = new IdempotencyKeys('content', 'secret', '');
		const other = { ...request, content: digestOf('s', 'other') };
		const first = new IdempotencyKeys('content', 'secret', '').keyFor(request, '1')!;
		const asked: string[] = [];
		const generationOf = (key: string) => {
			asked.push(key);
			return key === `${first}-2` ? 3 : 0;
		};
		const made = [request, other, request].map((part) => keys.keyFor(part, '1', generationOf));
		expect(made).toEqual([first, asked[1], `${first}-2-g3`]);
		expect(asked).toEqual([first, made[1], `${first}-2`]);
	});

	test.each<IdempotencyMode>(['execution', 'custom', 'none'])('%s has none', (mode) => {
		const keys = () => new IdempotencyKeys(mode, 'secret', 'scope');
		const renewed = keys().keyFor(request, '1', () => {
			throw new Error('asked');
		});
		expect(renewed).toBe(keys().keyFor(request, '1'));
	});
});

describe('other modes', () => {
	test('once per execution: another execution, another key', () => {
		const [first, again, second] = ['41', '41', '42'].map((id) => keyOf({}, 'execution', 's', id));
		expect(first).toBe(again);
		expect(first).not.toBe(second);
		expect(first).not.toBe(keyOf({}, 'content', 's', '41'));
	});

	test('the scope means nothing to once per content', () => {
		expect(keyOf({}, 'content', 's', 'a')).toBe(keyOf({}, 'content', 's', 'b'));
	});

	test('a key of the user has the number of the part behind it', () => {
		const keys = new IdempotencyKeys('custom', 'secret', 'crm-export');
		expect(['1', '2.1', '2.2'].map((label) => keys.keyFor(request, label))).toEqual([
			'crm-export-1',
			'crm-export-2.1',
			'crm-export-2.2',
		]);
	});

	test('none', () => {
		expect(keyOf({}, 'none')).toBeUndefined();
	});
});

describe('content in pieces', () => {
	test('does not depend on where it was cut', () => {
		expect(digestOf('s', 'abc', '', 'def')).toEqual(digestOf('s', 'abcdef'));
		expect(digestOf('s', 'abc').length).toBe(3);
	});

	test('another byte or another API key, another digest', () => {
		expect(digestOf('s', 'abc').digest).not.toBe(digestOf('s', 'abd').digest);
		expect(digestOf('s', 'abc').digest).not.toBe(digestOf('t', 'abc').digest);
	});

	test('makes a key of its own', () => {
		const keys = ['abc', 'abd'].map((text) => keyOf({ content: digestOf('s', text) }));
		expect(keys[0]).not.toBe(keys[1]);
		expect(keys[0]).toBe(keyOf({ content: digestOf('s', 'a', 'bc') }));
	});
});

test('property: a key holds no value of the rows, and no API key', () => {
	const value = fc.stringMatching(/^[0-9a-f]{9,20}$/);
	const mode = fc.constantFrom<IdempotencyMode>('content', 'execution', 'custom', 'none');
	fc.assert(
		fc.property(value, value, mode, (cell, secret, idempotency) => {
			const content = digestOf(secret, `reference_id\r\n${cell}\r\n`);
			const key = keyOf({ content }, idempotency, secret, 'scope') ?? '';
			expect(key).not.toContain(cell);
			expect(key).not.toContain(secret);
			expect(key).toMatch(/^([0-9a-f]{64}|scope-1|)$/);
		}),
		RUNS,
	);
});
