import type { Sandbox } from '../../sandbox';
import { commonErrors, type Scenario } from './scenario';

/** The types of lists that have importers. */
const IMPORTED_TYPES = [
	'email-address',
	'geolocation',
	'government-id-number',
	'ip-address',
	'name',
	'phone-number',
];

const LIST_TYPES = ['browser-fingerprint', 'country', ...IMPORTED_TYPES];

/** The answers of a list endpoint: empty, full, with a further page, with a fieldset, with errors. */
function listScenarios(
	path: string,
	fieldset: string,
	seed: (sandbox: Sandbox) => void,
): Scenario[] {
	const common = { method: 'get', path, status: 200 } as const;
	const seeded = (query: string) => (sandbox: Sandbox) => {
		seed(sandbox);
		return { path: `${path}${query}` };
	};
	return [
		{ ...common, name: 'nothing', prepare: () => ({ path }) },
		{ ...common, name: 'everything', prepare: seeded('?page[size]=100') },
		{ ...common, name: 'a page with a next one', prepare: seeded('?page[size]=1') },
		{ ...common, name: 'a fieldset', prepare: seeded(`?fields[${fieldset}]=status`) },
		{
			...common,
			name: 'a wrong size',
			status: 400,
			prepare: () => ({ path: `${path}?page[size]=0` }),
		},
		...commonErrors('get', path, () => ({ path })),
	];
}

/** The answers of an endpoint for one object. */
function itemScenarios(
	path: string,
	makeId: (sandbox: Sandbox) => string,
	queries: string[],
): Scenario[] {
	const base = path.slice(0, path.indexOf('{'));
	const good = (sandbox: Sandbox) => ({ path: base + makeId(sandbox) });
	const common = { method: 'get', path } as const;
	return [
		...['', ...queries].map((query) => ({
			...common,
			name: query === '' ? 'found' : `found, ${query}`,
			status: 200,
			prepare: (sandbox: Sandbox) => ({ path: `${good(sandbox).path}${query}` }),
		})),
		{ ...common, name: 'unknown', status: 404, prepare: () => ({ path: `${base}unknown` }) },
		...commonErrors('get', path, good),
	];
}

function seedImporters(sandbox: Sandbox): void {
	sandbox.addImporter({ status: 'pending' });
	sandbox.addImporter({ status: 'errored' });
	for (const name of IMPORTED_TYPES) sandbox.addImporter({ type: `importer/list-item/${name}` });
}

function seedLists(sandbox: Sandbox): void {
	for (const type of LIST_TYPES) sandbox.addList({ type: `list/${type}` });
	sandbox.addList({ status: 'archived' });
}

function seedAccounts(sandbox: Sandbox): void {
	sandbox.addAccount();
	sandbox.addAccount({
		referenceId: 'a',
		nameFirst: 'Jane',
		birthdate: '1994-12-30',
		socialSecurityNumber: '123-45-6789',
		tags: 'a,b',
	});
}

function accountId(sandbox: Sandbox): string {
	return sandbox.addAccount({ nameFirst: 'Jane', birthdate: '1994-12-30', tags: 'a' }).id;
}

const redactPath = (sandbox: Sandbox) => ({ path: `/accounts/${accountId(sandbox)}` });
const REDACTION = { method: 'delete', path: '/accounts/{account-id}' } as const;

/** The answers to a redaction. */
export const REDACT_SCENARIOS: Scenario[] = [
	{ ...REDACTION, name: 'redacted', status: 200, prepare: redactPath },
	{
		...REDACTION,
		name: 'redacted, a fieldset',
		status: 200,
		prepare: (sandbox) => {
			const { path } = redactPath(sandbox);
			return { path: `${path}?fields[account]=reference-id,redacted-at` };
		},
	},
	{
		...REDACTION,
		name: 'redacted before',
		status: 409,
		// Up to 2023-01-05 the operation's own answer leaves out all headers.
		general: 'conflict',
		prepare: (sandbox) => {
			const { id } = sandbox.addAccount({ redactedAt: '2026-11-01T00:00:00.000Z' });
			return { path: `/accounts/${id}` };
		},
	},
	{ ...REDACTION, name: 'unknown', status: 404, prepare: () => ({ path: '/accounts/unknown' }) },
	...commonErrors('delete', REDACTION.path, redactPath),
];

/** What the endpoints answer that only read. */
export const READ_SCENARIOS: Scenario[] = [
	...listScenarios('/importers', 'importer', seedImporters),
	...listScenarios('/lists', 'list', seedLists),
	...listScenarios('/accounts', 'account', seedAccounts),
	...itemScenarios('/importers/{importer-id}', (sandbox) => sandbox.addImporter().id, [
		'?include=',
	]),
	...itemScenarios('/lists/{list-id}', (sandbox) => sandbox.addList().id, ['?include=list-items']),
	...itemScenarios('/accounts/{account-id}', accountId, [
		'?include=account-type',
		'?include=',
		'?fields[account]=reference-id',
	]),
	{
		name: 'the limits',
		method: 'get',
		path: '/rate-limits',
		status: 200,
		prepare: () => ({ path: '/rate-limits' }),
	},
	...commonErrors('get', '/rate-limits', () => ({ path: '/rate-limits' })),
];
