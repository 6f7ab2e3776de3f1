import { endedEarly, hasEnded, isPaused, runCount } from '../../../nodes/Persona/pipeline/batchJob';

const job = (status: string) => ({ id: 'bj_1', attributes: { status } });

test.each([
	['completed', { ended: true, early: false, paused: false }],
	['canceled', { ended: true, early: true, paused: false }],
	['errored', { ended: true, early: true, paused: false }],
	['killed', { ended: true, early: true, paused: false }],
	['paused', { ended: false, early: false, paused: true }],
	['running', { ended: false, early: false, paused: false }],
	['a status of tomorrow', { ended: false, early: false, paused: false }],
])('a batch job that is %s: %j', (status, expected) => {
	const one = job(status);
	const seen = { ended: hasEnded(one), early: endedEarly(one), paused: isPaused(one) };
	expect(seen).toEqual(expected);
});

test.each([
	[{ 'run-data': { 'error-count': 3 } }, 3],
	[{ runData: { errorCount: 3 } }, 3],
	[{ run_data: { error_count: 3 } }, 3],
	[{ 'run-data': {} }, 0],
	[{ 'run-data': null }, 0],
	[{}, 0],
])('the counter in %j is %d', (attributes, count) => {
	expect(runCount({ attributes }, 'errorCount')).toBe(count);
});
