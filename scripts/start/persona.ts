import { startSandbox } from '../../sandbox';
import { beforeEnd } from '../shared/ending';
import type { StartOptions } from './options';

/** The Persona that the demo talks to. */
export interface Persona {
	/** How to call it when speaking to the user. */
	name: string;
	apiKey: string;
	/** The key as it may be shown. */
	shownKey: string;
	baseUrl: string;
	/** Whether anything may be sent without the user asking for it. */
	mayRunExamples: boolean;
}

/** For the editor to choose from: one list of each type that can be imported into. */
const LISTS = [
	{ type: 'list/email-address', name: 'Blocked email addresses' },
	{ type: 'list/geolocation', name: 'Places to look at closely' },
	{ type: 'list/government-id-number', name: 'Stolen documents' },
	{ type: 'list/ip-address', name: 'Blocked IP addresses' },
	{ type: 'list/name', name: 'Known names' },
	{ type: 'list/phone-number', name: 'Blocked phone numbers' },
];

const SANDBOX_KEY = /^persona_sandbox_/;

/** Persona itself if there is a key for it, else a sandbox that ends with this process. */
export async function openPersona(options: StartOptions): Promise<Persona> {
	const { apiKey, baseUrl, sandboxPort } = options;
	if (apiKey) {
		const shownKey = 'the one in PERSONA_API_KEY';
		return { name: 'Persona', apiKey, shownKey, baseUrl, mayRunExamples: SANDBOX_KEY.test(apiKey) };
	}
	const sandbox = await startSandbox({ port: sandboxPort });
	beforeEnd(() => sandbox.close());
	for (const list of LISTS) sandbox.addList(list);
	return {
		name: 'the sandbox, a local Persona',
		apiKey: sandbox.apiKey,
		shownKey: sandbox.apiKey,
		baseUrl: sandbox.url,
		mayRunExamples: true,
	};
}
