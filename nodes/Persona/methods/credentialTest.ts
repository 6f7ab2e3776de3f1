import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { authenticate } from '../transport/authenticate';
import { accessOf } from '../transport/access';
import { DEFAULT_BASE_URL } from '../transport/baseUrl';
import { pageObjects } from '../transport/client';
import { messageFor } from '../transport/messages';
import { noResponseFrom } from '../transport/noResponse';
import { isResponse, isSuccess, type HttpResult } from '../transport/outcome';
import { DEFAULT_PERSONA_VERSION } from '../transport/version';

/** How long an answer may take, in milliseconds: somebody is looking at the screen. */
const TIMEOUT = 20_000;

const BASE_URL = `It is ${DEFAULT_BASE_URL} unless Persona gave you another one.`;

/** What an answer means here, where that is more than it means in a run. */
const BY_STATUS: Readonly<Record<number, string>> = {
	401: 'Persona does not know this API key. Copy it again from the Persona dashboard.',
	403: "Persona knows this API key but does not let it in. Check the key's permissions and its list of allowed IP addresses in the Persona dashboard.",
	404: `Persona has nothing at this 'Base URL'. ${BASE_URL}`,
	429: "Persona's rate limit is used up, so the API key could not be tested. Try again in a minute.",
};

const NOT_PERSONA = `The answer did not come from Persona. Check the 'Base URL'. ${BASE_URL}`;
const AWAY = 'Persona is not available right now. Test this credential again later.';

const refused = (status: number) =>
	`Persona did not accept the test of this credential (HTTP ${status}). Check the 'Base URL'.`;

/** Asks for the rate limit: any key may, it holds nothing of anybody, and it changes nothing. */
async function ask(
	{ helpers }: ICredentialTestFunctions,
	data: ICredentialDataDecryptedObject,
	baseUrl: string,
): Promise<HttpResult> {
	const request = authenticate(data, {
		url: `${baseUrl}/rate-limits`,
		headers: { Accept: 'application/json', 'Persona-Version': DEFAULT_PERSONA_VERSION },
		timeout: TIMEOUT,
	});
	try {
		// The one helper that n8n gives to the test of a credential; it knows requests in their older form only.
		const more = { method: 'GET', json: true, simple: false, resolveWithFullResponse: true };
		const answer: unknown = await helpers.request({ ...request, ...more });
		const { statusCode, body } = answer as { statusCode: number; body: unknown };
		return { status: statusCode, body, headers: {} };
	} catch (error) {
		return noResponseFrom(error);
	}
}

/** Why a credential cannot be used, by the answer to its test; undefined if it can. */
function refusalIn(result: HttpResult): string | undefined {
	const status = isResponse(result) ? result.status : 0;
	if (pageObjects(result) !== undefined) return undefined;
	if (isSuccess(result)) return NOT_PERSONA;
	if (status >= 500 || status === 408) return AWAY;
	if (status >= 400) return BY_STATUS[status] ?? `${refused(status)} ${BASE_URL}`;
	const { message, help } = messageFor(result, []);
	return `${message}. ${help}`;
}

async function refusalOf(
	context: ICredentialTestFunctions,
	data: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	const access = accessOf(data);
	if ('message' in access) return access.message;
	return refusalIn(await ask(context, data, access.baseUrl));
}

/**
 * The test of the credential. In code rather than declared in the credential, because n8n would follow redirects with the
 * key, and because a declared test shows codes such as ECONNREFUSED instead of what to do.
 */
export async function testPersonaApi(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const refusal = await refusalOf(this, data);
	return refusal === undefined
		? { status: 'OK', message: 'Connection tested successfully' }
		: { status: 'Error', message: refusal };
}
