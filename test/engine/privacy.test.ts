import { inspect } from 'node:util';

import type { IDataObject, IRun, ITaskData } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { runFault, SETTINGS } from './support/faultMatrix';
import { faultCases } from './support/faults';
import { importWorkflow, runWorkflow } from './support/engine';
import { findMarkers } from './support/search';
import { Container, Logger } from './support/services';
import { VirtualClock } from './support/virtualClock';

/** A value in every column that occurs nowhere else, in the forms in which it could come out. */
const MARKERS = [
	'zqx-reference',
	'Zqxfirst',
	'Zqx Middle',
	"O'Zqxlast",
	'1987-06-05',
	'900-87-6543',
	'900876543',
	'zqx-tag',
	'zqx-company',
];
const KEY = 'persona_sandbox_zqxkey';

const ROWS = Array.from({ length: 6 }, (_, index) => ({
	reference_id: `zqx-reference-${index}`,
	name_first: 'Zqxfirst',
	name_middle: 'Zqx Middle',
	name_last: "O'Zqxlast",
	birthdate: '1987-06-05',
	social_security_number: index % 2 === 0 ? '900-87-6543' : '900876543',
	tags: ['zqx-tag', 'vip'],
	Company: 'zqx-company',
}));

const ECHO = `Row 1 (zqx-reference-2, Zqxfirst Zqx Middle O'Zqxlast) ZQX-REFERENCE-3 born 1987-06-05, SSN 900876543 or 900-87-6543, tags zqx-tag,vip; key ${KEY}`;

let sandbox: Sandbox;
const clock = new VirtualClock();
const printed: string[] = [];

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
	const keep = (chunk: unknown) => {
		printed.push(typeof chunk === 'string' ? chunk : inspect(chunk));
		return true;
	};
	jest.spyOn(process.stdout, 'write').mockImplementation(keep);
	jest.spyOn(process.stderr, 'write').mockImplementation(keep);
	const logger = Container.get(Logger);
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest
			.spyOn(logger, level)
			.mockImplementation((...args) => void keep(inspect(args, { depth: 9 })));
	}
});
beforeEach(() => printed.splice(0));
afterAll(async () => {
	jest.restoreAllMocks();
	clock.restore();
	await sandbox.close();
});

/** n8n hands a rejected row on, on the error output and nowhere else: there, only what the node adds to it counts. */
function withoutOwnFields({ data, ...task }: ITaskData): unknown {
	const [results = [], rejected = []] = data?.main ?? [];
	const added = (rejected ?? []).map(({ json: { error, details }, ...item }) => {
		return { ...item, error, details };
	});
	return { ...task, results, added };
}

/** Everything that the run leaves behind, apart from the user's own rows. */
function leftBehind(run: IRun): unknown {
	const { resultData } = run.data;
	const { runData, error, metadata } = resultData;
	return { persona: runData.Persona?.map(withoutOwnFields), error, metadata, printed };
}

function expectNoMarker(run: IRun): void {
	expect(findMarkers(leftBehind(run), [...MARKERS, KEY])).toEqual([]);
}

it('finds a marker where there is one', () => {
	const error = new Error('no marker here', { cause: { deep: new Map([['a', ['ZQXFIRST']]]) } });
	expect(findMarkers({ error }, MARKERS)).toEqual([
		{ path: '.error.cause.deep.a.0', marker: 'Zqxfirst' },
	]);
	Object.defineProperty(error, 'hidden', { value: Buffer.from('zqx-tag'), enumerable: false });
	expect(findMarkers(error, ['zqx-tag'])).toHaveLength(1);
});

describe('no value of a row and no key leaves the node, whatever goes wrong', () => {
	const cases = faultCases(ECHO).flatMap((fault) =>
		SETTINGS.map((setting) => ({ fault, setting })),
	);

	it.each(cases)(
		'$fault.name, $setting.onError, $setting.retryOnFail',
		async ({ fault, setting }) => {
			const access = { ...fault, apiKey: fault.apiKey ?? KEY };
			expectNoMarker(await runFault(sandbox, ROWS, access, setting));
		},
	);

	const bad: Record<string, IDataObject> = {
		'impossible date': { birthdate: '1987-06-05-zqx-tag' },
		'short number': { social_security_number: '900-87-6543-1' },
		'control character': { name_first: 'Zqxfirst\u0000' },
		'lone surrogate': { name_last: "O'Zqxlast\ud800" },
		object: { name_middle: { first: 'Zqx Middle' } },
		'tag with separator': { tags: ['zqx-tag,zqx-tag'] },
		'unmatched field': { 'Home Page': 'zqx-company' },
	};

	it.each(Object.entries(bad))('a row that cannot go: %s', async (_, values) => {
		for (const { onError } of SETTINGS) {
			sandbox.reset();
			const rows = ROWS.map((row) => ({ ...row, ...values }));
			const parameters = { options: { unmatchedFields: 'reject', duplicates: 'reject' } };
			for (const options of [{}, parameters.options]) {
				const file = importWorkflow(rows, { settings: { onError }, parameters: { options } });
				expectNoMarker(await runWorkflow(file, { apiKey: KEY, baseUrl: sandbox.url }));
			}
		}
	});

	it.each([
		["={{ $json.name_first.toDateTime('Zqx' + 'first') }}"],
		['={{ $json.social_security_number.nothing.deeper }}'],
		['={{ $json.birthdate.format( }}'],
		["={{ $('Missing node').item.json.name_first }}"],
	])('an expression that cannot be resolved: %s', async (expression) => {
		for (const { onError } of SETTINGS) {
			sandbox.reset();
			const columns = {
				mappingMode: 'defineBelow',
				value: { reference_id: '={{ $json.reference_id }}', name_first: expression },
			};
			const file = importWorkflow(ROWS, { settings: { onError }, parameters: { columns } });
			const run = await runWorkflow(file, { apiKey: KEY, baseUrl: sandbox.url });
			// The node itself, with the expression as the user wrote it, is part of n8n's errors.
			expect(findMarkers(leftBehind(run), MARKERS, ['node'])).toEqual([]);
		}
	});

	it('neither in what goes well, nor in the key of the request', async () => {
		sandbox.reset();
		const run = await runWorkflow(importWorkflow(ROWS), { apiKey: KEY, baseUrl: sandbox.url });
		expectNoMarker(run);
		expect(sandbox.requests[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{64}$/);
	});
});
