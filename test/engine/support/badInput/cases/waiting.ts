import type { IDataObject } from 'n8n-workflow';

import { refusedRun, taken } from '../builders';
import type { BadInput, Topic } from '../types';
import { ELSEWHERE, exactly } from './answerTexts';

const RESULTS: Partial<BadInput> = { parameters: { waitForCompletion: true } as IDataObject };

export const WAITING: Topic = {
	name: 'Answers of Persona: while waiting',
	cases: [
		taken(
			'looks at the importer that are refused',
			{
				rows: [{ name_first: 'Zqxfirst' }],
				...RESULTS,
				faults: [{ kind: 'status', status: 403, on: { method: 'GET' } }],
			},
			{ accepted: 1 },
		),
		taken(
			'a page of HTML in place of the importer',
			{
				rows: [{ name_first: 'Zqxfirst' }],
				...RESULTS,
				faults: [{ kind: 'html', status: 200, on: { method: 'GET' } }],
			},
			{ accepted: 1 },
		),
		taken(
			'a status that nobody knows',
			{
				rows: [{ name_first: 'Zqxfirst' }],
				...RESULTS,
				faults: [
					{
						kind: 'status',
						status: 200,
						body: { data: { id: 'mprt_zqx', attributes: { status: 'paused' } } },
						times: 99,
						on: { method: 'GET' },
					},
				],
			},
			{ accepted: 1 },
		),
		refusedRun(
			'a key that may not read accounts',
			{
				parameters: { output: 'rows' },
				faults: [
					{ kind: 'status', status: 403, body: {}, on: { method: 'GET', path: '/accounts' } },
				],
			},
			'Persona does not let this API key look up accounts (HTTP 403)',
			exactly(
				"One item per row needs a key that may read accounts. See the key's permissions in the Persona dashboard, or set 'Output' to One Item per Import. Nothing was sent.",
			),
		),
		refusedRun(
			'accounts without their reference IDs',
			{
				parameters: { output: 'rows' },
				faults: [
					{
						kind: 'status',
						status: 200,
						body: { data: [{ id: 'act_zqx', attributes: {} }] },
						on: { method: 'GET', path: '/accounts' },
					},
				],
			},
			'Persona shows accounts without their reference IDs',
			"The API key hides that attribute. Change that in the Persona dashboard, or set 'Output' to One Item per Import. Nothing was sent.",
		),
		refusedRun(
			'a page of accounts that is no list',
			{
				parameters: { output: 'rows' },
				faults: [
					{
						kind: 'status',
						status: 200,
						body: { data: { id: 'act_zqx' } },
						on: { method: 'GET', path: '/accounts' },
					},
				],
			},
			'The answer did not come from Persona (HTTP 200)',
			exactly(`${ELSEWHERE} Nothing was sent.`),
		),
		refusedRun(
			'accounts that are null',
			{
				parameters: { output: 'rows' },
				faults: [
					{
						kind: 'status',
						status: 200,
						body: { data: [null] },
						on: { method: 'GET', path: '/accounts' },
					},
				],
			},
			'The answer did not come from Persona (HTTP 200)',
			exactly(`${ELSEWHERE} Nothing was sent.`),
		),
	],
};
