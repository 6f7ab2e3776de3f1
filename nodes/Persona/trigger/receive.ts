import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { objectBody, PersonaClient } from '../transport/client';
import { itemOf, readEvent, type PersonaEvent } from './eventItem';
import { ALL_EVENTS } from './eventNames';
import { staticDataOf } from './lifecycle';
import { isTest, memoryOf, type TriggerMemory } from './memory';
import { secretsIn, validSecrets } from './secrets';
import { digestOf } from './seenEvents';
import { readSettings, type TriggerSettings } from './settings';
import { refusalOf } from './signature';
import { WebhookApi } from './webhookApi';

/** The least time between two questions for secrets, in milliseconds: anybody can send something with a wrong signature. */
const ASK_AGAIN = 60_000;
/** How long Persona may take to answer one, in milliseconds: after 5 s it counts a delivery as failed. */
const ASK_TIMEOUT = 4_000;

/** What is used of Express' request and response; n8n keeps the bytes of the body. */
interface Request {
	rawBody?: unknown;
	readRawBody?: () => Promise<void>;
	headers: Record<string, unknown>;
}
interface Response {
	statusCode: number;
	status(code: number): Response;
	json(body: object): unknown;
	once(event: 'finish' | 'close', listener: () => void): unknown;
}

const responseOf = (context: IWebhookFunctions) =>
	context.getResponseObject() as unknown as Response;

function reject(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	responseOf(context).status(status).json({ message });
	return { noWebhookResponse: true };
}

async function rawBodyOf(request: Request): Promise<Buffer | undefined> {
	if (request.rawBody === undefined) await request.readRawBody?.();
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : undefined;
}

/** The secrets that Persona has now: somebody may have rotated them. Nothing where that is not to be found out. */
async function askForSecrets(context: IWebhookFunctions, memory: TriggerMemory): Promise<void> {
	const { webhookId } = staticDataOf(context);
	if (webhookId === undefined || Date.now() - memory.askedAt < ASK_AGAIN) return;
	memory.askedAt = Date.now();
	const api = new WebhookApi(await PersonaClient.open(context));
	const body = objectBody(await api.fetch(webhookId, ASK_TIMEOUT));
	const secrets = body === undefined ? [] : secretsIn(body.data);
	if (secrets.length > 0) memory.secrets = secrets;
}

/** The secrets that are known, for the static data too: another process has no memory of this one. */
function knownSecrets(context: IWebhookFunctions, { secrets }: TriggerMemory): string[] {
	const data = staticDataOf(context);
	if (secrets !== undefined && JSON.stringify(secrets) !== JSON.stringify(data.secrets)) {
		data.secrets = secrets;
	}
	return validSecrets(data.secrets ?? [], Date.now());
}

/** Whether Persona has signed the body. Reads the secrets again where the ones that are known do not fit. */
async function isGenuine(
	context: IWebhookFunctions,
	settings: TriggerSettings,
	header: unknown,
	body: Buffer,
): Promise<boolean> {
	const refusalWith = (secrets: string[]) =>
		refusalOf(header, body, secrets, settings.tolerance, Date.now());
	if (!settings.isAutomatic) return refusalWith([settings.secret]) === undefined;
	const memory = memoryOf(context);
	const refusal = refusalWith(knownSecrets(context, memory));
	if (refusal !== 'mismatch') return refusal === undefined;
	await askForSecrets(context, memory);
	return refusalWith(knownSecrets(context, memory)) === undefined;
}

/** What became of an event that came before. */
type Repetition = 'none' | 'underWay' | 'seen';

/**
 * Notes an event, unless it came before. It counts as seen in this process only when n8n has answered that it took it: if
 * the execution could not be started, Persona sends the event again and must find it unseen.
 */
function note(context: IWebhookFunctions, { id }: PersonaEvent): Repetition {
	const { seen, underWay } = memoryOf(context);
	const data = staticDataOf(context);
	const now = Date.now();
	const digest = digestOf(id);
	seen.addStored(data.seen, now);
	if (underWay.has(digest)) return 'underWay';
	if (seen.has(digest)) return 'seen';
	underWay.add(digest);
	data.seen = seen.toStored(digest, now);
	const response = responseOf(context);
	const settle = () => {
		if (underWay.delete(digest) && response.statusCode < 400) seen.add(digest, now);
	};
	response.once('finish', settle);
	response.once('close', settle);
	return 'none';
}

/**
 * Takes a request that came in on the webhook's address. Whatever Persona did not sign just now ends with 401 and starts
 * nothing.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const request = context.getRequestObject() as unknown as Request;
	const body = await rawBodyOf(request);
	const header = request.headers['persona-signature'];
	if (body === undefined || !(await isGenuine(context, settings, header, body))) {
		return reject(context, 401, 'The signature is missing, too old or wrong');
	}
	const event = readEvent(body);
	if (event === undefined) return reject(context, 400, 'This is not an event');
	const { events, isSimplified } = settings;
	if (!events.includes(ALL_EVENTS) && !events.includes(event.name)) return {};
	// In the editor people send the same event again and again.
	const repetition = isTest(context) ? 'none' : note(context, event);
	// Persona tries again a little later; by then it is known whether the first one was taken.
	if (repetition === 'underWay') return reject(context, 503, 'This event is being handled');
	if (repetition === 'seen') return {};
	return { workflowData: [[itemOf(event, isSimplified)]] };
}
