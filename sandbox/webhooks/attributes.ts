import { badRequest, unprocessable } from '../http/answer';
import type { Body } from '../http/body';
import { toKebab } from '../http/inflection';
import { KEY_INFLECTIONS, PERSONA_VERSIONS } from '../http/requestHeaders';
import type { StoredWebhook } from '../store/types';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isOneOf = (values: readonly string[]) => (value: unknown) => values.includes(String(value));
const isState =
	(...states: string[]) =>
	(value: unknown) =>
		isObject(value) && states.includes(String(value.state));

/** The attributes of a request, what they are stored as, and what they may be (`webhook-request-attributes.yaml`). */
const ATTRIBUTES: Record<string, [keyof StoredWebhook, (value: unknown) => boolean]> = {
	name: ['name', isText],
	description: ['description', (value) => value === null || typeof value === 'string'],
	url: ['url', (value) => isText(value) && URL.canParse(String(value))],
	'enabled-events': ['enabledEvents', isTexts],
	'api-version': ['apiVersion', isOneOf(PERSONA_VERSIONS)],
	'api-key-inflection': ['apiKeyInflection', isOneOf(KEY_INFLECTIONS)],
	'api-attributes-blocklist': ['attributesBlocklist', isTexts],
	'file-access-token-expires-in': ['fileAccessTokenExpiresIn', Number.isInteger],
	'included-allowlist': ['includedAllowlist', isState('include_all', 'include_none', 'custom')],
	'relationship-allowlist': ['relationshipAllowlist', isState('include_all', 'include_none')],
};

const CUSTOM = /^custom(\.[a-z0-9]+(-[a-z0-9]+)*){1,4}$/;
const EVENT = /^(\*|(?!custom\.)[a-z]+([/_-][a-z]+)*\.[a-z]+(-[a-z]+)*)$/;

function checkEvents(names: string[]): void {
	const isName = (name: string) => EVENT.test(name) || (CUSTOM.test(name) && name.length <= 128);
	if (names.every(isName)) return;
	throw unprocessable('Enabled events must be known', '/data/attributes/enabled-events');
}

/** `data.attributes` of a JSON body, its keys in kebab-case. Throws 400 for anything else. */
function attributesIn(body: Body): Json {
	const value = body.kind === 'json' ? body.value : undefined;
	const data = isObject(value) ? value.data : undefined;
	const attributes = isObject(data) ? data.attributes : undefined;
	if (!isObject(attributes)) throw badRequest('data.attributes is missing');
	return Object.fromEntries(Object.entries(attributes).map(([key, one]) => [toKebab(key), one]));
}

/**
 * What a request wants a webhook to be. Throws 400 for an attribute that is missing, unknown or of another type, and 422 for
 * events that there are none of.
 */
export function readWebhook(body: Body, required: readonly string[]): Partial<StoredWebhook> {
	const attributes = attributesIn(body);
	for (const name of required) {
		if (!(name in attributes)) throw badRequest(`data.attributes.${name} is missing`);
	}
	const entries = Object.entries(attributes).map(([name, value]) => {
		const [stored, isValid] = ATTRIBUTES[name] ?? [];
		if (stored === undefined) throw badRequest(`data.attributes.${name} is not allowed`);
		if (isValid?.(value) !== true) throw badRequest(`data.attributes.${name} is not valid`);
		return [stored, value] as const;
	});
	const wanted = Object.fromEntries(entries) as Partial<StoredWebhook>;
	checkEvents(wanted.enabledEvents ?? []);
	return wanted;
}

/** `meta.expires-in-seconds`, 0 without it. Throws 400 for what is no number. */
export function readExpiry(body: Body): number {
	const value = body.kind === 'json' ? body.value : undefined;
	const meta = isObject(value) && isObject(value.meta) ? value.meta : {};
	const [seconds = 0] = Object.entries(meta).flatMap(([key, one]) =>
		toKebab(key) === 'expires-in-seconds' ? [one] : [],
	);
	if (typeof seconds === 'number' && seconds >= 0) return seconds;
	throw badRequest('meta.expires-in-seconds is not valid');
}
