import { ARCHIVED_WEBHOOK_STATUS } from '../choices';
import { ApiError, notFound } from '../http/answer';
import { PAGE_PARAMETERS, paginate } from '../http/page';
import { webhookResource, webhookWithSecret } from '../resources/webhook';
import type { Call, Result, Route } from '../route';
import type { StoredWebhook } from '../store/types';
import { readExpiry, readWebhook } from './attributes';

const ITEM_QUERY = ['include', 'fields'];

/** Since this version a webhook needs a name (changelog of the version). */
const NAME_REQUIRED_VERSION = '2025-12-08';

function found({ state, id }: Call): StoredWebhook {
	const webhook = state.webhooks.get(id);
	if (webhook === undefined) throw notFound();
	return webhook;
}

function changeable(call: Call): StoredWebhook {
	const webhook = found(call);
	if (webhook.status !== 'archived') return webhook;
	throw new ApiError(ARCHIVED_WEBHOOK_STATUS, 'Conflict', 'The webhook is archived');
}

const shown = ({ state }: Call, webhook: StoredWebhook, status = 200): Result => ({
	status,
	data: webhookWithSecret(webhook, state.webhooks.validSecrets(webhook)),
});

/** One of the calls that set a webhook's status. They return it without its secrets. */
function statusRoute(name: string, status: StoredWebhook['status']): Route {
	return {
		method: 'POST',
		path: `/webhooks/:id/${name}`,
		query: ITEM_QUERY,
		handle(call) {
			const webhook = status === 'archived' ? found(call) : changeable(call);
			webhook.status = status;
			return { status: 200, data: webhookResource(webhook) };
		},
	};
}

const rotateSecret: Route = {
	method: 'POST',
	path: '/webhooks/:id/rotate-secret',
	query: ITEM_QUERY,
	handle(call) {
		const webhook = changeable(call);
		call.state.webhooks.rotate(webhook, readExpiry(call.body));
		return shown(call, webhook);
	},
};

const list: Route = {
	method: 'GET',
	path: '/webhooks',
	query: [...PAGE_PARAMETERS, 'fields'],
	handle({ state, query, path }) {
		const { items, links } = paginate(state.webhooks.list(), query, path);
		return { status: 200, data: items.map(webhookResource), links };
	},
};

const create: Route = {
	method: 'POST',
	path: '/webhooks',
	query: ITEM_QUERY,
	handle(call) {
		const { state, version: apiVersion, body } = call;
		const isNameRequired = apiVersion >= NAME_REQUIRED_VERSION;
		const required = isNameRequired ? ['name', 'url', 'enabled-events'] : ['url'];
		return shown(call, state.webhooks.add({ apiVersion, ...readWebhook(body, required) }), 201);
	},
};

const retrieve: Route = {
	method: 'GET',
	path: '/webhooks/:id',
	query: ITEM_QUERY,
	handle: (call) => shown(call, found(call)),
};

const update: Route = {
	method: 'PATCH',
	path: '/webhooks/:id',
	query: ITEM_QUERY,
	handle(call) {
		const webhook = Object.assign(changeable(call), readWebhook(call.body, []));
		return { status: 200, data: webhookResource(webhook) };
	},
};

/** Webhooks as persona-openapi has them, without `clone`. */
export const WEBHOOK_ROUTES: readonly Route[] = [
	list,
	create,
	retrieve,
	update,
	statusRoute('enable', 'enabled'),
	statusRoute('disable', 'disabled'),
	statusRoute('archive', 'archived'),
	rotateSecret,
];
