import { Exchange, expectDocumented, WEBHOOK, withDescriptions, type Sent } from './exchange';

const exchange = new Exchange().use();

/** Everything that the sandbox can be asked about webhooks. */
async function askAll(version: string): Promise<Sent[]> {
	const ask = (method: string, path: string, body?: unknown) =>
		exchange.send(method, path, version, body);
	const created = await ask('POST', '/webhooks', { data: { attributes: WEBHOOK } });
	const { id } = exchange.sandbox.webhooks()[0]!;
	const path = `/webhooks/${id}`;
	const update = { data: { attributes: { description: 'B', 'api-key-inflection': 'camel' } } };
	const further: [string, string, unknown?][] = [
		['POST', `${path}/enable`],
		['POST', `${path}/disable`],
		['POST', `${path}/rotate-secret`, { meta: { 'expires-in-seconds': 60 } }],
		['PATCH', path, update],
		['GET', path],
		['GET', '/webhooks'],
		['POST', `${path}/archive`],
		['PATCH', path, update],
		['GET', '/webhooks/wbh_unknown'],
		['POST', '/webhooks'],
		['POST', '/webhooks', { data: { attributes: { ...WEBHOOK, 'enabled-events': ['?'] } } }],
	];
	const sent = [created];
	for (const [method, at, body] of further) sent.push(await ask(method, at, body));
	return sent;
}

test('everything about webhooks is answered', async () => {
	const sent = await askAll('2026-09-29');
	expect(sent.map(({ status }) => status)).toEqual([
		...[201, 200, 200, 200, 200, 200, 200, 200, 409, 404, 400, 422],
	]);
});

withDescriptions('persona-openapi-next', (descriptions) => {
	test.each(descriptions)(
		'the answers about webhooks, in version $version',
		async (description) => {
			expectDocumented(description, await askAll(description.version));
		},
	);
});
