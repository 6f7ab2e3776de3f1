import { startSandbox, type Sandbox } from '../../sandbox';
import { BATCH_JOB_SCENARIOS } from './batchJobScenarios';
import { IMPORT_SCENARIOS } from './importScenarios';
import { keysOutside, toKebabKeys } from './kebab';
import { loadDescriptions, type OpenApi } from './openApi';
import { READ_SCENARIOS, REDACT_SCENARIOS } from './readScenarios';
import type { Scenario } from './scenario';

const SCENARIOS = [...IMPORT_SCENARIOS, ...READ_SCENARIOS, ...REDACT_SCENARIOS];

const CASINGS = {
	kebab: /^[a-z]+(-[a-z0-9]+)*$/,
	camel: /^[a-z]+([A-Z0-9][a-z0-9]*)*$/,
	snake: /^[a-z]+(_[a-z0-9]+)*$/,
};

/** Headers that a description names for authenticated answers; none of them comes with a 401. */
const PERSONA_HEADERS = /^(ratelimit-|request-id$|persona-)/;

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: Infinity });
});

beforeEach(() => {
	sandbox.reset();
});

afterAll(() => sandbox.close());

function send(scenario: Pick<Scenario, 'method' | 'prepare'>, headers: Record<string, string>) {
	const { path, body, headers: own } = scenario.prepare(sandbox);
	const type = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined;
	return fetch(sandbox.url + path, {
		method: scenario.method.toUpperCase(),
		body,
		headers: { authorization: `Bearer ${sandbox.apiKey}`, ...type, ...headers, ...own },
	});
}

/** The version to ask for: the description's own, or for one that is no header value the next older. */
function versionHeader({ version, headerVersions }: OpenApi): string {
	const notNewer = headerVersions.filter((value) => value <= version);
	return notNewer.sort().at(-1) ?? version;
}

async function check(description: OpenApi, scenario: Scenario, inflection: keyof typeof CASINGS) {
	const response = await send(scenario, {
		'persona-version': versionHeader(description),
		'key-inflection': inflection,
	});
	const body: unknown = await response.json();
	expect(response.status).toBe(scenario.status);
	expect(response.headers.get('content-type')).toMatch(/^application\/json\b/);
	const { method, path, status, general } = scenario;
	const documented =
		general === undefined
			? description.responseOf(path, method, status)
			: description.generalResponse(general);
	expect(documented.validateBody(toKebabKeys(body))).toBeNull();
	expect(keysOutside(body, CASINGS[inflection])).toEqual([]);
	const received = [...response.headers].filter(([name]) => PERSONA_HEADERS.test(name));
	expect(received.map(([name]) => name).sort()).toEqual(documented.headers.sort());
	for (const [name, value] of received) {
		const typed = name.startsWith('ratelimit-') ? Number(value) : value;
		expect(documented.validateHeader(name, typed)).toBeNull();
	}
}

function checkAll(description: OpenApi, scenarios: Scenario[]): void {
	describe.each(scenarios)('$method $path: $name', (scenario) => {
		test.each(['kebab', 'camel', 'snake'] as const)('%s', (inflection) =>
			check(description, scenario, inflection),
		);
	});
}

const descriptions = loadDescriptions();

if (descriptions.length === 0) {
	const reason = 'SKIPPED: there is no ../shared/persona-openapi to hold the answers against';
	console.warn(reason);
	test.skip(reason, () => undefined);
} else {
	describe.each(descriptions)('version $version', (description) => {
		checkAll(description, SCENARIOS);

		test.each([
			['/importers', 'importer-shared-attributes', () => sandbox.addImporter()],
			['/accounts', 'account/properties/attributes', () => sandbox.addAccount()],
			['/lists', 'lists-shared-attributes', () => sandbox.addList()],
			['/rate-limits', 'rate-limit/properties/attributes', () => undefined],
		])('%s shows every documented attribute', async (path, schema, seed) => {
			seed();
			const prepare = () => ({ path });
			const headers = { 'persona-version': versionHeader(description) };
			const response = await send({ method: 'get', prepare }, headers);
			const { data } = (await response.json()) as { data: { attributes: object }[] };
			const names = data.flatMap(({ attributes }) => Object.keys(attributes));
			const documented = description.propertiesOf(`#/components/schemas/${schema}`);
			expect(names.sort()).toEqual(documented.sort());
		});

		test('every version that it names is accepted, and its own only if it names it', async () => {
			const statusOf = async (version: string) => {
				const prepare = () => ({ path: '/accounts' });
				return (await send({ method: 'get', prepare }, { 'persona-version': version })).status;
			};
			expect(await Promise.all(description.headerVersions.map(statusOf))).toEqual(
				description.headerVersions.map(() => 200),
			);
			const isNamed = description.headerVersions.includes(description.version);
			expect(await statusOf(description.version)).toBe(isNamed ? 200 : 400);
		});
	});
}

const newerDescriptions = loadDescriptions('persona-openapi-next');

if (newerDescriptions.length === 0) {
	test.skip('SKIPPED: there is no ../shared/persona-openapi-next to hold batch jobs against', () =>
		undefined);
} else {
	describe.each(newerDescriptions)('version $version', (description) => {
		checkAll(description, BATCH_JOB_SCENARIOS);
	});
}
