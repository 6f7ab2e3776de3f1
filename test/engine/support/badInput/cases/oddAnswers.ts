import { taken } from '../builders';
import type { Topic } from '../types';
import { AGAIN, ELSEWHERE, LATER, UNKNOWN, answer, foreign, on, status } from './answerTexts';

export const ODD_ANSWERS: Topic = {
	name: 'Answers of Persona: others',
	cases: [
		foreign('201 with an empty object', 201, {}),
		foreign('201 with nothing in it', 201, { data: null }),
		foreign('201 without an ID', 201, { data: { type: 'importer/account' } }),
		foreign('201 with a number as the ID', 201, { data: { id: 42 } }),
		foreign('201 with a list in place of the importer', 201, { data: [{ id: 'mprt_zqx' }] }),
		foreign('201 with text', 201, 'zqx-created'),
		foreign('201 with a list of nothing', 201, []),
		foreign('200 with a page of a proxy', 200, '<html>zqx-proxy</html>'),
		answer(
			'204',
			{ kind: 'emptyBody', status: 204, on },
			'The answer did not come from Persona (HTTP 204)',
			`${ELSEWHERE} ${AGAIN}`,
		),
		answer(
			'a redirect',
			{ kind: 'redirect', location: 'https://zqx.example/', on },
			"The credential's 'Base URL' redirects to another address (HTTP 302)",
			"This node does not follow redirects: the API key and the rows are only sent to the 'Base URL'. Check that it is the address of Persona.",
		),
		answer(
			'a redirect for ever',
			{ kind: 'redirect', location: '/', status: 308, on },
			"The credential's 'Base URL' redirects to another address (HTTP 308)",
			"This node does not follow redirects: the API key and the rows are only sent to the 'Base URL'. Check that it is the address of Persona.",
		),
		answer(
			'500, saved by Persona',
			status(500, {}),
			'Persona is not available right now (HTTP 500)',
			`${LATER} ${UNKNOWN} Look in the Persona dashboard under Accounts whether they arrived. Persona may repeat this answer for the same rows for 24 hours: if they did not arrive, set 'Repeated Runs' to Once per Execution and run this node again.`,
		),
		answer(
			'503 from a gateway, for long',
			{ kind: 'html', status: 503, times: 9, on },
			'Persona is not available right now (HTTP 503)',
			`${LATER} ${UNKNOWN} Look in the Persona dashboard under Accounts whether they arrived. Persona may repeat this answer for the same rows for 24 hours: if they did not arrive, set 'Repeated Runs' to Once per Execution and run this node again.`,
		),
		answer(
			'a rate limit that lasts',
			{ kind: 'rateLimited', resetSeconds: 3_600, on },
			"Persona's rate limit is used up (HTTP 429)",
			"Persona says: Rate limit exceeded: You have hit your rate limit of 300 requests / min. Please reach out to ••• if you need this changed. All API keys of an environment share one rate limit. Run this node again later, or when fewer other requests are made. Persona's rate limit starts anew in 60 minutes.",
		),
		answer(
			'a connection that breaks off each time',
			{ kind: 'dropConnection', when: 'beforeWrite', times: 9, on },
			'The connection to Persona was lost before an answer came',
			`Try again later. If it happens again, check whether a firewall or a proxy ends long connections. ${AGAIN}`,
		),
		taken(
			'a connection that breaks off once, after the write',
			{
				rows: [{ name_first: 'Zqxfirst' }],
				faults: [{ kind: 'dropConnection', when: 'afterWrite', on }],
			},
			{ accepted: 1 },
		),
		taken(
			'a short rate limit',
			{
				rows: [{ name_first: 'Zqxfirst' }],
				faults: [{ kind: 'rateLimited', resetSeconds: 2, on }],
			},
			{ accepted: 1 },
		),
		taken(
			'408 once',
			{ rows: [{ name_first: 'Zqxfirst' }], faults: [status(408, {}, { saved: false } as never)] },
			{ accepted: 1 },
		),
	],
};
