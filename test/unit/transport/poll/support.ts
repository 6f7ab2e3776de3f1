import type { IHttpRequestOptions } from 'n8n-workflow';

import { clock } from '../../../../nodes/Persona/transport/clock';
import {
	pollUntilDone,
	type PollHow,
	type PollResult,
} from '../../../../nodes/Persona/transport/poll';
import { openClient, type Step } from '../../support/context';

export const seen = (id: string, status: string): Step => ({
	status: 200,
	body: { data: { id, status } },
});
export const isFinished: PollHow['isFinished'] = ({ status }) => status === 'ready';

/** Watches one object for each script: how it was last seen, and when each was asked for. */
export async function watchAll(
	scripts: Record<string, Step[]>,
	{ timeout = 12_000, ...how }: Partial<PollHow> & { timeout?: number } = {},
) {
	const start = clock.now();
	const asked: [number, string][] = [];
	const { client } = await openClient(({ url }: IHttpRequestOptions) => {
		const key = url.split('/').at(-1)!;
		asked.push([clock.now() - start, key]);
		const count = asked.filter(([, other]) => other === key).length;
		return scripts[key]![count - 1] ?? scripts[key]!.at(-1)!;
	});
	const requests = new Map(
		Object.keys(scripts).map((key) => [key, { path: `/importers/${key}`, query: {}, headers: {} }]),
	);
	const patience = { interval: 5_000, timeout };
	const watched = await pollUntilDone(client, requests, patience, { isFinished, ...how });
	return { watched, asked };
}

export const times = (asked: [number, string][]) => asked.map(([time]) => time);
export const states = (watched: Map<string, PollResult>) =>
	Object.fromEntries([...watched].map(([key, { state }]) => [key, state]));
