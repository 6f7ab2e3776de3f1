import type { Call, Result, Route } from '../route';
import { selectFields, type Resource } from '../resources/resource';
import type { State } from '../state';
import type { Admission } from './admission';
import { ApiError, answerOfError, type Answer } from './answer';
import { payloadTooLarge, type Body } from './body';
import type { Exchange } from './exchange';
import { fingerprint } from './fingerprint';
import type { SavedAnswer } from './idempotency';
import { inflectKeys } from './inflection';
import { answered, faultHeaders, frontOutcome, savedFaultAnswer, type Outcome } from './outcome';
import { checkQuery } from './query';
import { readRequestHeaders, type AnswerShape } from './requestHeaders';

/** A request with everything that is known about it once its body has been read. */
export interface Conduct {
	exchange: Exchange;
	admission: Admission;
	route: Pick<Route, 'query' | 'handle'>;
	/** What the route's `:id` stands for. */
	id: string;
	body: Body;
	state: State;
}

function render(result: Result, call: Call, inflection: AnswerShape['inflection']): Answer {
	const { status, data, links, included, meta } = result;
	const select = (resource: Resource) => selectFields(resource, call.query, call.version);
	const document = {
		data: Array.isArray(data) ? data.map(select) : select(data),
		links,
		meta,
		included: included?.map(select),
	};
	return { status, body: JSON.stringify(inflectKeys(document, inflection)) };
}

function answerOrError(produce: () => Answer): Answer {
	try {
		return produce();
	} catch (error) {
		if (error instanceof ApiError) return answerOfError(error);
		throw error;
	}
}

/** Behind the idempotency layer: the endpoint itself, or the saved fault in its place. */
function run({ admission, route, ...conduct }: Conduct, shape: AnswerShape): SavedAnswer {
	const { exchange, id, body, state } = conduct;
	const { path, query } = exchange.record;
	const { requestId } = exchange;
	const fault = savedFaultAnswer(admission.fault);
	if (fault?.when === 'beforeWrite') return { ...fault.answer, requestId };
	const answer = answerOrError(() => {
		checkQuery(query, route.query);
		const call: Call = { state, path, id, query, version: shape.version, body };
		return render(route.handle(call), call, shape.inflection);
	});
	return { ...(fault?.answer ?? answer), requestId };
}

/** The idempotency layer and what comes before it: POST requests with a key run once. */
function runOnce(conduct: Conduct): SavedAnswer {
	const { exchange, admission, body, state } = conduct;
	const { method, path, query, headers, bodyBytes } = exchange.record;
	const shape = readRequestHeaders(headers);
	if (bodyBytes > state.maximumBodyBytes) throw payloadTooLarge(state.maximumBodyBytes);
	const key = headers['idempotency-key'];
	if (method !== 'POST' || key === undefined || key === '') return run(conduct, shape);
	const { answer, replay } = state.idempotencyKeys.once(
		admission.apiKey,
		key,
		fingerprint(method, path, query, body),
		() => run(conduct, shape),
	);
	exchange.record.idempotencyReplay = replay;
	return answer;
}

/**
 * Decides what a request gets, in Persona's documented order: authentication and rate limit, then
 * the idempotency layer, then the endpoint. Scripted faults strike at their own places.
 */
export function conductRequest(conduct: Conduct): Outcome {
	const { admission } = conduct;
	const headers = { ...admission.headers, ...faultHeaders(admission.fault) };
	if (admission.refusal !== undefined) return answered(answerOfError(admission.refusal), headers);
	const before = frontOutcome(admission.fault, 'beforeWrite', headers);
	if (before !== undefined) return before;
	try {
		const { requestId, ...answer } = runOnce(conduct);
		const after = frontOutcome(admission.fault, 'afterWrite', headers);
		return after ?? answered(answer, { ...headers, 'Request-Id': requestId });
	} catch (error) {
		if (error instanceof ApiError) return answered(answerOfError(error), headers);
		throw error;
	}
}
