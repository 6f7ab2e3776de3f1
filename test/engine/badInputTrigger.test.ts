import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import { findMarkers } from './support/search';
import { flawsOfDescription, flawsOfMessage } from './support/badInput/wording';
import { TriggerHost } from './support/triggerHost';

const KEY = 'persona_sandbox_zqxkey';
const SECRET = 'wbhsec_zqxsecret';

let sandbox: Sandbox;
const hosts: TriggerHost[] = [];

beforeAll(async () => {
	sandbox = await startSandbox({ webhookRetryMilliseconds: [] });
});
beforeEach(() => sandbox.reset());
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.close()));
});
afterAll(() => sandbox.close());

interface BadSetup {
	parameters: IDataObject;
	says: string;
	faults?: Fault[];
	address?: string;
	access?: { apiKey?: string; baseUrl?: string };
}

const EVENTS = { events: ['account.created'] };
const MANUAL = { ...EVENTS, setup: 'manual' };
const NO_EVENTS = "'Events' is empty";
const NO_NAME = "'Other Events' holds something that is not the name of an event";
const NO_SECRET = "'Webhook Secret' is empty";
const NO_TOLERANCE = "'Signature Tolerance' is not a number from 1";

/** Not on this machine, where Persona would reach anything. */
const ELSEWHERE = { baseUrl: 'https://persona.invalid/api/v1' };

const other = (otherEvents: unknown) => ({ ...EVENTS, options: { otherEvents } }) as IDataObject;
const tolerance = (value: unknown) => ({ ...EVENTS, options: { tolerance: value } }) as IDataObject;

/** Set-ups of the trigger that cannot work, by what is wrong with them. */
const CASES: Readonly<Record<string, BadSetup>> = {
	'no event': { parameters: { events: [] }, says: NO_EVENTS },
	'no list of events': { parameters: { events: 'zqx.created' }, says: NO_EVENTS },
	'events of nothing but spaces': { parameters: { events: [' '] }, says: NO_EVENTS },
	'no event, by hand': { parameters: { ...MANUAL, events: [] }, says: NO_EVENTS },
	'a name without a dot': { parameters: other('zqxcreated'), says: NO_NAME },
	'names in sentences': { parameters: other('zqx was created'), says: NO_NAME },
	'names with semicolons': { parameters: other('account.created; zqx.created'), says: NO_NAME },
	'a name in capitals': { parameters: other('ZQX.CREATED'), says: NO_NAME },
	'a name of its own with an underscore': { parameters: other('custom.zqx_one'), says: NO_NAME },
	'an address for a name': { parameters: other('https://zqx.example'), says: NO_NAME },
	'an object for a name': { parameters: other({ zqx: 1 }), says: NO_NAME },
	'a tolerance of none': { parameters: tolerance(0), says: NO_TOLERANCE },
	'a tolerance below none': { parameters: tolerance(-300), says: NO_TOLERANCE },
	'a tolerance in words': { parameters: tolerance('five zqx minutes'), says: NO_TOLERANCE },
	'true for a tolerance': { parameters: tolerance(true), says: NO_TOLERANCE },
	'a list for a tolerance': { parameters: tolerance([300]), says: NO_TOLERANCE },
	'an endless tolerance': { parameters: tolerance('Infinity'), says: NO_TOLERANCE },
	'no secret, by hand': { parameters: MANUAL, says: NO_SECRET },
	'spaces for a secret': { parameters: { ...MANUAL, secret: '  ' }, says: NO_SECRET },
	'an object for a secret': {
		parameters: { ...MANUAL, secret: { value: SECRET } },
		says: NO_SECRET,
	},
	'an n8n that only this machine reaches': {
		parameters: EVENTS,
		address: 'https://localhost:5678/',
		access: ELSEWHERE,
		says: 'Persona cannot reach this n8n',
	},
	'an n8n without encryption': {
		parameters: EVENTS,
		address: 'http://zqx-n8n.example/',
		access: ELSEWHERE,
		says: 'Persona cannot reach this n8n',
	},
	'a key that may not': {
		parameters: EVENTS,
		faults: [{ kind: 'status', status: 403, times: 9 }],
		says: '(HTTP 403)',
	},
	'a key of nobody': { parameters: EVENTS, access: { apiKey: 'zqx-nobody' }, says: '(HTTP 401)' },
	'an answer that is a page': {
		parameters: EVENTS,
		faults: [{ kind: 'html', status: 200, times: 9 }],
		says: 'Persona',
	},
	'a Persona that is broken': {
		parameters: EVENTS,
		faults: [{ kind: 'status', status: 500, times: 30 }],
		says: 'HTTP 500',
	},
};

describe.each(Object.entries(CASES))('a trigger with %s', (_name, setup) => {
	it('says what to do, shows nothing secret, and leaves nothing in Persona', async () => {
		const { parameters, says, faults = [], address = 'https://n8n.example/', access } = setup;
		const host = await TriggerHost.start({
			parameters: parameters as never,
			access: { apiKey: KEY, baseUrl: sandbox.url, ...access },
			address,
			workflowId: 'bad-set-up',
		});
		hosts.push(host);
		for (const fault of faults) sandbox.faults.add(fault);
		const error = await host.activate().then(
			() => undefined,
			(thrown: unknown) => thrown as NodeApiError,
		);
		const { message, description } = error ?? { message: 'Nothing was said', description: '' };
		expect(message).toContain(says);
		expect({ message, flaws: flawsOfMessage(message) }).toEqual({ message, flaws: [] });
		expect({ description, flaws: flawsOfDescription(description ?? '') }).toEqual({
			description,
			flaws: [],
		});
		expect(findMarkers({ error, stored: host.stored }, [KEY, SECRET], ['node'])).toEqual([]);
		expect(sandbox.webhooks()).toEqual([]);
	});
});
