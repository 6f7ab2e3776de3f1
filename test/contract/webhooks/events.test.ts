import { Exchange, serve, WEBHOOK, withDescriptions } from './exchange';

const exchange = new Exchange().use();

const HEADERS = [
	'persona-signature',
	'persona-webhook-attempts-left',
	'persona-webhook-attempts-made',
	'persona-webhook-first-attempted-at',
];

withDescriptions('persona-openapi-next/events', (descriptions) => {
	test.each(descriptions)(
		'the events that the sandbox sends, in version $version',
		async (description) => {
			const { version } = description;
			const { sandbox } = exchange;
			const received: unknown[] = [];
			const headers: string[] = [];
			const { origin, close } = await serve((request, text) => {
				received.push(JSON.parse(text));
				headers.push(...Object.keys(request.headers).filter((name) => name.startsWith('persona-')));
				return {};
			});
			const { id } = sandbox.addAccount({ nameFirst: 'Jane' });
			const { answer } = await exchange.send('GET', `/accounts/${id}`, version);
			const attributes = { ...WEBHOOK, url: `${origin}/`, 'enabled-events': ['*'] };
			await exchange.send('POST', '/webhooks', version, { data: { attributes } });
			sandbox.webhooks()[0]!.status = 'enabled';
			const { data } = answer as { data: unknown };
			for (const name of ['account.created', 'account.redacted']) {
				await sandbox.emit({ name, data });
				const content = ['requestBody', 'content', 'application/json', 'schema'];
				expect(
					description.validate(['webhooks', name, 'post', ...content], received.at(-1)),
				).toBeNull();
			}
			await close();
			expect([...new Set(headers)].sort()).toEqual(HEADERS);
		},
	);
});
