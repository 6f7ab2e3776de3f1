import { ApiError, notFound, badRequest } from './http/answer';
import { PAGE_PARAMETERS, paginate } from './http/page';
import { BATCH_JOB_ROUTES } from './batchJobs/routes';
import { checkUpload } from './import/checkUpload';
import { IMPORT_KINDS, type ImportKind } from './import/kinds';
import { processImporter } from './import/process';
import { readUpload } from './import/upload';
import { FIELDS_ONLY_VERSION, accountResource, accountTypeResource } from './resources/account';
import { importerResource } from './resources/importer';
import { listResource } from './resources/list';
import type { Resource } from './resources/resource';
import type { Route } from './route';
import { WEBHOOK_ROUTES } from './webhooks/routes';

const LIST_QUERY = [...PAGE_PARAMETERS, 'fields'];
const ITEM_QUERY = ['include', 'fields'];

function importRoute(kind: ImportKind): Route {
	return {
		method: 'POST',
		path: kind.path,
		query: ITEM_QUERY,
		handle({ state, body }) {
			const upload = readUpload(body, kind);
			checkUpload(upload, kind, state);
			const { file, fileName, listId } = upload;
			const importer = state.importers.add({ type: kind.type, fileName, listId }, file);
			const data = importerResource(importer);
			state.queue.schedule(importer, () => processImporter(importer, kind, state));
			return { status: 201, data };
		},
	};
}

/** What `include` brings in: nothing without it, otherwise what the resource has under these paths. */
function included(
	include: string | undefined,
	available: Record<string, Resource>,
): Resource[] | undefined {
	const paths = include?.split(',').map((path) => path.replaceAll('_', '-'));
	return paths?.flatMap((path) => available[path] ?? []);
}

const importers: Route = {
	method: 'GET',
	path: '/importers',
	query: LIST_QUERY,
	handle({ state, query, path }) {
		const { items, links } = paginate(state.importers.list(), query, path);
		return { status: 200, data: items.map(importerResource), links };
	},
};

const importer: Route = {
	method: 'GET',
	path: '/importers/:id',
	query: ITEM_QUERY,
	handle({ state, id, query }) {
		const found = state.importers.get(id);
		if (found === undefined) throw notFound();
		return { status: 200, data: importerResource(found), included: included(query.include, {}) };
	},
};

const REFERENCE_ID_FILTER = 'filter[reference-id]';

const accounts: Route = {
	method: 'GET',
	path: '/accounts',
	query: [...LIST_QUERY, REFERENCE_ID_FILTER],
	handle({ state, query, path, version }) {
		const listing = state.accounts.list(query[REFERENCE_ID_FILTER]?.split(','));
		const { items, links } = paginate(listing, query, path);
		return { status: 200, data: items.map((item) => accountResource(item, version)), links };
	},
};

const account: Route = {
	method: 'GET',
	path: '/accounts/:id',
	query: ITEM_QUERY,
	handle({ state, id, query, version }) {
		const found = state.accounts.get(id);
		if (found === undefined) throw notFound();
		const byDefault = version < FIELDS_ONLY_VERSION ? 'account-type' : undefined;
		return {
			status: 200,
			data: accountResource(found, version),
			included: included(query.include ?? byDefault, {
				'account-type': accountTypeResource(state.accountTypes.named(found.accountTypeName)),
			}),
		};
	},
};

const accountType: Route = {
	method: 'GET',
	path: '/account-types/:id',
	query: ITEM_QUERY,
	handle({ state, id, query }) {
		const found = state.accountTypes.get(id);
		if (found === undefined) throw notFound();
		return {
			status: 200,
			data: accountTypeResource(found),
			included: included(query.include, {}),
		};
	},
};

const redaction: Route = {
	method: 'DELETE',
	path: '/accounts/:id',
	query: ITEM_QUERY,
	handle({ state, id, version }) {
		const found = state.accounts.get(id);
		if (found === undefined) throw notFound();
		if (found.redactedAt !== null) throw new ApiError(409, 'Conflict', 'Account already redacted');
		state.accounts.redact(found);
		return { status: 200, data: accountResource(found, version) };
	},
};

const STATUS_FILTER = 'filter[status]';

const lists: Route = {
	method: 'GET',
	path: '/lists',
	query: [...LIST_QUERY, STATUS_FILTER],
	handle({ state, query, path }) {
		const status = query[STATUS_FILTER];
		if (status !== undefined && !['active', 'archived'].includes(status)) {
			throw badRequest('filter.status must be one of: active, archived');
		}
		const { items, links } = paginate(state.lists.list(status), query, path);
		return { status: 200, data: items.map(listResource), links };
	},
};

const list: Route = {
	method: 'GET',
	path: '/lists/:id',
	query: ITEM_QUERY,
	handle({ state, id }) {
		const found = state.lists.get(id);
		if (found === undefined) throw notFound();
		return { status: 200, data: listResource(found) };
	},
};

const rateLimits: Route = {
	method: 'GET',
	path: '/rate-limits',
	query: [],
	handle({ state }) {
		const { limit, remaining, secondsToReset } = state.rateLimiter.state();
		const attributes = { limit, remaining, 'seconds-to-reset': secondsToReset };
		return { status: 200, data: [{ type: 'rate-limit/api', attributes }] };
	},
};

export const ROUTES: readonly Route[] = [
	...IMPORT_KINDS.map(importRoute),
	importers,
	importer,
	accounts,
	account,
	accountType,
	redaction,
	lists,
	list,
	rateLimits,
	...WEBHOOK_ROUTES,
	...BATCH_JOB_ROUTES,
];

/** Whatever is not an endpoint. */
export const NO_ROUTE: Pick<Route, 'query' | 'handle'> = {
	query: [],
	handle() {
		throw notFound();
	},
};
