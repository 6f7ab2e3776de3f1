import '../engine/support/setup';

import { BatchJobs, TYPE } from '../engine/support/batchJobs';
import { outputOf } from '../engine/support/engine';
import { loadDescriptions, type OpenApi } from './openApi';

const jobs = new BatchJobs().use();

const OPTIONS = {
	include: 'creator',
	fields: { values: [{ type: 'batch-job', attributes: 'created-at' }] },
	emitEvents: false,
	emptyValues: 'clear',
};

const PERSON = { Id: 'a', Seats: '3', VIP: true, Interests: ['News'], Plan: '', Tags: 'x' };

interface Sent {
	method: string;
	/** As in the OpenAPI file. */
	path: string;
	query: string[];
	headers: string[];
}

const templateOf = (path: string) =>
	path.replace(/mprtpr_\w+/, '{batch-job-id}').replace(/acttp_\w+/, '{account-type-id}');

/** Everything that the operations about batch jobs ask for, and the bodies of the jobs that they send. */
async function sendAll(): Promise<{ sent: Sent[]; bodies: unknown[] }> {
	jobs.sandbox.addAccount({ referenceId: 'b', fields: { signup_source: 'set' } });
	const rows = [PERSON, { Id: 'b', 'Signup Source': 'other' }];
	const settings = { onError: 'continueRegularOutput' } as const;
	const bodies: unknown[] = [];
	for (const parameters of [
		{ operation: 'upsert' },
		{ operation: 'update', accountTypeId: '' },
		{ operation: 'update', lookupField: 'token' },
	]) {
		const items = rows.map((row) => ({ ...row, 'Account ID': `act_${row.Id}` }));
		const dry = { ...parameters, options: { ...OPTIONS, dryRun: true } };
		for (const { binary } of outputOf(await jobs.run(items, dry, settings))) {
			if (binary === undefined) continue;
			bodies.push(JSON.parse(Buffer.from(binary.data!.data, 'base64').toString()));
		}
		await jobs.run(items, { ...parameters, options: OPTIONS }, settings);
	}
	const { id } = jobs.sandbox.batchJobs()[0]!;
	for (const operation of ['get', 'getErrors', 'wait']) {
		const { include, fields } = OPTIONS;
		const parameters = { resource: 'batchJob', operation, batchJobId: id, returnAll: true };
		await jobs.run([{}], {
			...parameters,
			options: operation === 'getErrors' ? {} : { include, fields },
		});
	}
	const sent = jobs.sandbox.requests.map(({ method, path, query, headers }) => ({
		method,
		path: templateOf(path),
		query: Object.keys(query),
		headers: Object.keys(headers).filter((name) =>
			/^(persona-version|key-inflection|idempotency-key)$/.test(name),
		),
	}));
	return { sent, bodies };
}

/** What a description says against a request: names of the query and of headers that it does not know. */
function problemsOf(description: OpenApi, { method, path, query, headers }: Sent): string[] {
	const documented = description.requestOf(path, method.toLowerCase());
	return [
		...query.filter((name) => !documented.takes(name)),
		...headers.filter((name) => !documented.headers.includes(name)),
	];
}

const BODY = [
	'paths',
	'/batch-jobs',
	'post',
	'requestBody',
	'content',
	'application/json',
	'schema',
];

test('the operations about batch jobs ask for everything that there is', async () => {
	const { sent, bodies } = await sendAll();
	expect([...new Set(sent.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual([
		'GET /account-types/{account-type-id}',
		'GET /batch-jobs/{batch-job-id}',
		'GET /batch-jobs/{batch-job-id}/errors',
		'POST /batch-jobs',
	]);
	expect(bodies).toHaveLength(3);
	expect(bodies[0]).toMatchObject({
		data: {
			attributes: {
				'account-type-id': TYPE,
				rows: [
					{ reference_id: 'a', seats: 3, plan: null },
					{ signup_source: 'other', seats: null },
				],
			},
		},
	});
});

const descriptions = loadDescriptions('persona-openapi-next');

if (descriptions.length === 0) {
	test.skip('SKIPPED: there is no ../shared/persona-openapi-next to hold batch jobs against', () =>
		undefined);
} else {
	test.each(descriptions)('what is sent, in version $version', async (description) => {
		const { sent, bodies } = await sendAll();
		for (const one of sent) {
			expect({ ...one, problems: problemsOf(description, one) }).toEqual({ ...one, problems: [] });
		}
		for (const body of bodies) expect(description.validate(BODY, body)).toBeNull();
	});
}
