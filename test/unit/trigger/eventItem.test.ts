import { itemOf, readEvent } from '../../../nodes/Persona/trigger/eventItem';

const bodyOf = (attributes: object, id: unknown = 'evt_1') => ({
	data: { type: 'event', id, attributes },
});

const read = (value: unknown) => readEvent(Buffer.from(JSON.stringify(value)));

const BATCH_JOB = { type: 'batch-job', id: 'mprtpr_1', attributes: { status: 'completed' } };

test.each([
	['created-at', { 'created-at': '2026-01-02T03:04:05.000Z' }],
	['createdAt', { createdAt: '2026-01-02T03:04:05.000Z' }],
	['created_at', { created_at: '2026-01-02T03:04:05.000Z' }],
])('the simplified item has the object and the main facts, with %s', (_name, time) => {
	const event = read(
		bodyOf({ name: 'batch-job.completed', payload: { data: BATCH_JOB }, ...time }),
	);
	expect(itemOf(event!, true)).toEqual({
		json: {
			event: 'batch-job.completed',
			eventId: 'evt_1',
			createdAt: '2026-01-02T03:04:05.000Z',
			objectType: 'batch-job',
			objectId: 'mprtpr_1',
			data: BATCH_JOB,
		},
	});
});

test('related objects are there only where Persona sends them', () => {
	const payload = { data: BATCH_JOB, included: [{ type: 'account', id: 'act_1' }] };
	const event = read(bodyOf({ name: 'batch-job.completed', payload }));
	expect(itemOf(event!, true).json).toMatchObject({ included: payload.included });
});

test('an event without an object still makes an item', () => {
	expect(itemOf(read(bodyOf({ name: 'custom.a' }))!, true).json).toEqual({
		event: 'custom.a',
		eventId: 'evt_1',
		createdAt: null,
		objectType: null,
		objectId: null,
		data: null,
	});
});

test('otherwise the item is the whole event', () => {
	const body = bodyOf({ name: 'custom.a', payload: { data: BATCH_JOB } });
	expect(itemOf(read(body)!, false)).toEqual({ json: body });
});

test.each([
	null,
	[],
	'text',
	{},
	{ data: null },
	{ data: [] },
	bodyOf({}),
	bodyOf({ name: 7 }),
	bodyOf({ name: 'a.b' }, ''),
	bodyOf({ name: 'a.b' }, 7),
])('%j is no event', (body) => {
	expect(read(body)).toBeUndefined();
});

test('what is no JSON is no event', () => {
	expect(readEvent(Buffer.from('{"data":'))).toBeUndefined();
	expect(readEvent(Buffer.alloc(0))).toBeUndefined();
});
