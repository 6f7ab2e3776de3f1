import { ACCOUNTS_IMPORT, get, importAccounts, post, useSandbox, type Resource } from './support';

const sandbox = useSandbox();

test.each([
	['no header', undefined, 'Must be authenticated to access this endpoint'],
	['another scheme', 'Basic persona_sandbox_x', 'Must be authenticated to access this endpoint'],
	['an empty key', 'Bearer ', 'Must be authenticated to access this endpoint'],
	['a production key', 'Bearer persona_production_x', 'Token is invalid'],
	['a key without a suffix', 'Bearer persona_sandbox_', 'Token is invalid'],
])('%s is a 401 without any of the headers of an authenticated answer', async (_, value, title) => {
	const headers = value === undefined ? undefined : { authorization: value };
	const response = await fetch(`${sandbox.current.url}/rate-limits`, { headers });
	expect(response.status).toBe(401);
	expect(await response.json()).toEqual({ errors: [{ title }] });
	const names = [...response.headers.keys()].filter((name) =>
		/^(ratelimit|request|persona)-/.test(name),
	);
	expect(names).toEqual([]);
});

test('any suffix makes a key', async () => {
	const { status } = await get(sandbox.current, '/rate-limits', {
		authorization: 'Bearer persona_sandbox_1',
	});
	expect(status).toBe(200);
});

test('an unauthenticated path is a 401, an authenticated unknown one a 404', async () => {
	expect((await fetch(`${sandbox.current.url}/nope`)).status).toBe(401);
	expect((await get(sandbox.current, '/nope')).status).toBe(404);
	expect((await post(sandbox.current, '/accounts', '{}')).status).toBe(404);
});

test('every authenticated answer names request, environment and organization', async () => {
	const replies = await Promise.all([
		get(sandbox.current, '/importers'),
		get(sandbox.current, '/importers/unknown'),
		post(sandbox.current, ACCOUNTS_IMPORT, '{}'),
	]);
	const requestIds = replies.map(({ headers }) => headers.get('request-id'));
	expect(requestIds.every((id) => /^req_\w+$/.test(id ?? ''))).toBe(true);
	expect(new Set(requestIds).size).toBe(3);
	for (const { headers } of replies) {
		expect(headers.get('persona-environment-id')).toMatch(/^env_/);
		expect(headers.get('persona-organization-id')).toMatch(/^org_/);
		expect(headers.get('ratelimit-limit')).toBe('300');
	}
});

test.each([
	['2026-09-29', 200],
	['2025-12-08', 200],
	['2025-10-27', 200],
	['2023-01-05', 200],
	['2022-09-01', 200],
	['2021-08-18', 200],
	['2021-07-05', 200],
	['2021-02-21', 200],
	['2020-05-18', 200],
	['2021-05-14', 400],
	['2025-12-09', 400],
	['latest', 400],
])('version %s: %d', async (version, expected) => {
	const { status } = await get(sandbox.current, '/accounts', { 'persona-version': version });
	expect(status).toBe(expected);
});

test.each(['pascal', 'Kebab', ''])('inflection "%s" is a 400', async (inflection) => {
	const { status, json } = await get(sandbox.current, '/accounts', {
		'key-inflection': inflection,
	});
	expect({ status, details: json.errors[0]?.details }).toEqual({
		status: 400,
		details: 'Key-Inflection must be one of: kebab, camel, snake',
	});
});

test.each([
	['kebab', ['reference-id', 'account-type-name'], 'account-type'],
	['camel', ['referenceId', 'accountTypeName'], 'accountType'],
	['snake', ['reference_id', 'account_type_name'], 'account_type'],
])(
	'%s: keys are inflected, values and field names are not',
	async (inflection, names, relation) => {
		sandbox.current.addAccount({ referenceId: 'a-b_c', tags: 'one-tag,two_tags' });
		const { json } = await get(sandbox.current, '/accounts', { 'key-inflection': inflection });
		const [{ attributes, relationships }] = json.data as unknown as [Resource];
		expect(Object.keys(attributes).slice(0, 2)).toEqual(names);
		expect(Object.keys(relationships ?? {})).toEqual([relation]);
		expect(attributes[names[0] ?? '']).toBe('a-b_c');
		expect(attributes.tags).toEqual(['one-tag', 'two_tags']);
		expect(attributes.fields).toHaveProperty('social_security_number');
	},
);

test('column names are never inflected', async () => {
	const { status } = await importAccounts(sandbox.current, 'reference_id\na\n', {
		'key-inflection': 'camel',
	});
	expect(status).toBe(201);
});
