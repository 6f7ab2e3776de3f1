import { clock } from '../../../../nodes/Persona/transport/clock';
import { sendWithRetries } from '../../../../nodes/Persona/transport/retry';
import { REQUEST, ScriptedContext, type Step } from '../../support/context';

export const BASE = 'https://api.withpersona.com/api/v1';

export const limited = (reset?: string): Step => ({
	status: 429,
	headers: { 'ratelimit-reset': reset },
});
export const created: Step = { status: 201 };
export const reset: Step = { code: 'ECONNRESET' };

/** Sends one request through a script: how it ended, and when each attempt was made. */
export async function send(script: Step[], repeatable = true) {
	const context = new ScriptedContext(script);
	const start = clock.now();
	const times: number[] = [];
	context.onRequest = () => times.push(clock.now() - start);
	const delivery = await sendWithRetries(context.functions, BASE, REQUEST, repeatable);
	return { ...delivery, times };
}
