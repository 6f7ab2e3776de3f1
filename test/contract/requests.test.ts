import '../engine/support/setup';

import type { INode } from 'n8n-workflow';

import { searchLists } from '../../nodes/Persona/methods/listSearch';
import { startSandbox, type RecordedRequest, type Sandbox } from '../../sandbox';
import { importWorkflow, runWorkflow } from '../engine/support/engine';
import { KINDS } from '../engine/support/listKinds';
import { listWorkflow } from '../engine/support/listItems';
import { listSearchContext } from '../engine/support/listSearch';
import { loadDescriptions } from './openApi';

const PERSON = {
	reference_id: 'c-1',
	name_first: 'Zoë',
	name_middle: 'A.',
	name_last: 'Núñez',
	birthdate: '1990-12-10',
	social_security_number: '900-12-3456',
	tags: 'vip',
};

/** Options that show in a request. */
const OPTIONS = {
	include: 'creator',
	fields: { values: [{ type: 'importer', attributes: 'status,created-at' }] },
};

/** What the node sent, by a name for what it did. */
const sent = new Map<string, { requests: RecordedRequest[]; header: string[] }>();

let sandbox: Sandbox;

/** Does something with the node and keeps what it sent. */
async function record(name: string, act: (access: { apiKey: string; baseUrl: string }) => unknown) {
	sandbox.reset();
	await act({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
	const [importer] = sandbox.importers();
	const csv = importer?.fileName == null ? '' : sandbox.csvOf(importer.id).toString();
	const header = csv === '' ? [] : csv.split('\r\n')[0]!.split(',');
	sent.set(name, { requests: [...sandbox.requests], header });
}

/** With every operation of the resource Importer, and everything around an import. */
beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
	await record('account import, one item per row', async (access) => {
		const parameters = { output: 'rows', options: { ...OPTIONS, pollInterval: 1 } };
		await runWorkflow(importWorkflow([PERSON], { parameters }), access);
	});
	for (const { listType, name, rows } of KINDS) {
		await record(`list item import, ${listType}`, async (access) => {
			const { id } = sandbox.addList({ type: `list/${name}` });
			const parameters = { waitForCompletion: true, options: { ...OPTIONS, pollInterval: 1 } };
			await runWorkflow(listWorkflow(listType, id, rows, { parameters }), access);
		});
	}
	for (const operation of ['get', 'getAll', 'wait']) {
		await record(`importer ${operation}`, async (access) => {
			for (let count = 0; count < 101; count++) sandbox.addImporter();
			const { id } = sandbox.importers()[0]!;
			const importerId = { __rl: true, mode: 'id', value: id };
			const { fields, include } = OPTIONS;
			const options = operation === 'getAll' ? { fields } : { fields, include };
			const parameters = { resource: 'importer', operation, importerId, returnAll: true, options };
			await runWorkflow(
				importWorkflow([{}], { parameters } as { parameters: INode['parameters'] }),
				access,
			);
		});
	}
	await record('list search', async (access) => {
		for (let count = 0; count < 101; count++) sandbox.addList({ type: 'list/country' });
		await searchLists.call(listSearchContext(access));
	});
});

afterAll(() => sandbox.close());

const NAMES = [
	'account import, one item per row',
	...KINDS.map(({ listType }) => `list item import, ${listType}`),
	...['get', 'getAll', 'wait'].map((operation) => `importer ${operation}`),
	'list search',
];

/** The path as a description has it. */
const templateOf = (path: string) => path.replace(/^\/importers\/.+/, '/importers/{importer-id}');

const OWN_HEADERS = /^(persona-version|key-inflection|idempotency-key)$/;

test('everything that can be done sends something, and Persona takes it', () => {
	expect([...sent.keys()]).toEqual(NAMES);
	for (const { requests } of sent.values()) {
		expect(requests.length).toBeGreaterThan(0);
		for (const { status } of requests) expect([200, 201]).toContain(status);
	}
});

const descriptions = loadDescriptions();

if (descriptions.length === 0) {
	test.skip('SKIPPED: there is no ../shared/persona-openapi to hold the requests against', () =>
		undefined);
} else {
	describe.each(descriptions)('what the node sends, in version $version', (description) => {
		test.each(NAMES)('%s', (name) => {
			const { requests, header } = sent.get(name)!;
			for (const { method, path, query, headers, parts } of requests) {
				const documented = description.requestOf(templateOf(path), method.toLowerCase());
				expect(Object.keys(query).filter((key) => !documented.takes(key))).toEqual([]);
				const own = Object.keys(headers).filter((key) => OWN_HEADERS.test(key));
				expect(own.filter((key) => !documented.headers.includes(key))).toEqual([]);
				if (method !== 'POST') continue;
				expect(own.sort()).toEqual(['idempotency-key', 'key-inflection', 'persona-version']);
				expect(documented.validateForm(parts.map((part) => part.name))).toBeNull();
				expect(header).toEqual(documented.columns);
			}
		});
	});
}
