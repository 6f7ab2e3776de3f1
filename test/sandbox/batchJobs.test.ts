import { ACCOUNT_TYPE, createJob, get, outcomeOfJob, post, useSandbox } from './support';

const sandbox = useSandbox();
const update = { operation: 'update', 'account-type-id': undefined };

test('a job is pending until it is processed', async () => {
	const { id, attributes } = await createJob(sandbox.current, [
		{ reference_id: 'a' },
		{ name_first: 'Jane' },
	]);
	expect(attributes).toMatchObject({ status: 'pending', 'started-at': null, 'ended-at': null });
	expect(attributes['run-data']).toEqual({
		'column-names': ['reference_id', 'name_first'],
		'row-count': 2,
		'rows-read': 0,
		'success-count': 0,
		'error-count': 0,
		'created-count': 0,
		'updated-count': 0,
	});
	await sandbox.current.settle();
	const { data } = (await get(sandbox.current, `/batch-jobs/${id}`)).json;
	expect(data.attributes).toMatchObject({
		status: 'completed',
		'run-data': { 'rows-read': 2, 'success-count': 1, 'error-count': 1, 'created-count': 1 },
	});
});

test('an upsert creates, then updates what the row has and leaves the rest', async () => {
	const row = { reference_id: 'a', name_first: 'Jane', seats: 3, tags: ['x', 'y'] };
	expect(await outcomeOfJob(sandbox.current, [row])).toMatchObject({
		created: 1,
		updated: 0,
		errors: [],
	});
	const next = { reference_id: 'A', name_first: null, plan: 'team' };
	expect(await outcomeOfJob(sandbox.current, [next])).toMatchObject({
		created: 0,
		updated: 1,
		errors: [],
	});
	expect(sandbox.current.accounts()).toEqual([
		expect.objectContaining({
			referenceId: 'A',
			nameFirst: null,
			tags: 'x,y',
			fields: { seats: 3, plan: 'team' },
		}),
	]);
	const { data } = (await get(sandbox.current, '/accounts')).json;
	expect(data[0]?.attributes.fields).toMatchObject({
		seats: { type: 'number', value: 3 },
		plan: { type: 'string', value: 'team' },
	});
});

test('an update finds accounts by reference ID or token, and creates none', async () => {
	const { id } = sandbox.current.addAccount({ referenceId: 'a' });
	const unknown = [{ reference_id: 'b' }, { reference_id: 'a', nickname: 'Jan' }];
	expect(await outcomeOfJob(sandbox.current, unknown, update)).toMatchObject({
		updated: 1,
		errors: ['No record found with unique id "b"'],
	});
	const byToken = { ...update, 'lookup-field': 'token' };
	expect(
		await outcomeOfJob(sandbox.current, [{ token: id, reference_id: 'c' }], byToken),
	).toMatchObject({
		updated: 1,
	});
	expect(sandbox.current.accounts()).toMatchObject([
		{ referenceId: 'c', fields: { nickname: 'Jan' } },
	]);
	expect(await outcomeOfJob(sandbox.current, [{ reference_id: 'a' }], update)).toMatchObject({
		updated: 0,
	});
});

test('accounts of another type are others', async () => {
	sandbox.current.addAccount({ referenceId: 'a', accountTypeName: 'Business' });
	expect(await outcomeOfJob(sandbox.current, [{ reference_id: 'a' }])).toMatchObject({
		created: 1,
		updated: 0,
	});
	expect(sandbox.current.accounts().map(({ accountTypeName }) => accountTypeName)).toEqual([
		'Business',
		'User',
	]);
});

test('errors come in pages of 50 by row number, with the row', async () => {
	const rows = Array.from({ length: 120 }, (__, index) => ({ reference_id: `r-${index}` }));
	const { id } = await createJob(sandbox.current, rows, update);
	await sandbox.current.settle();
	const path = `/batch-jobs/${id}/errors`;
	const first = (await get(sandbox.current, path)).json;
	expect(first.data).toHaveLength(50);
	expect(first.data[0]).toMatchObject({ id: `${id}:1`, attributes: { row: rows[0] } });
	expect(first.links).toEqual({ prev: null, next: `/api/v1${path}?page%5Bafter%5D=50` });
	const last = (await get(sandbox.current, `${path}?page[after]=100`)).json;
	expect(last.data.map(({ attributes }) => attributes['row-number'])).toEqual(
		Array.from({ length: 20 }, (__, index) => index + 101),
	);
	expect(last.links).toEqual({ prev: `/api/v1${path}?page%5Bbefore%5D=101`, next: null });
	const before = (await get(sandbox.current, `${path}?page[before]=101&page[size]=10`)).json;
	expect(before.data.map(({ attributes }) => attributes['row-number'])[0]).toBe(91);
});

test('the keys of an echoed row stay, whatever the inflection', async () => {
	const { id } = await createJob(sandbox.current, [{ reference_id: 'a' }], update);
	await sandbox.current.settle();
	const headers = { 'key-inflection': 'camel' };
	const { data } = (await get(sandbox.current, `/batch-jobs/${id}/errors`, headers)).json;
	expect(data[0]?.attributes).toMatchObject({ row: { reference_id: 'a' }, rowNumber: 1 });
});

test('a key in use gives the same job again', async () => {
	const send = () =>
		post(
			sandbox.current,
			'/batch-jobs',
			JSON.stringify({
				data: {
					attributes: {
						operation: 'update',
						object: 'account',
						lookupField: 'token',
						rows: [{ token: 'act_x' }],
					},
				},
			}),
			{ 'idempotency-key': 'k' },
		);
	expect((await send()).json.data.id).toBe((await send()).json.data.id);
	expect(sandbox.current.batchJobs()).toHaveLength(1);
});

test('a job that a test ends stays as it is', async () => {
	await createJob(sandbox.current, [{ reference_id: 'a' }]);
	sandbox.current.batchJobs()[0]!.status = 'killed';
	await sandbox.current.settle();
	expect(sandbox.current.batchJobs()[0]!.status).toBe('killed');
	expect(sandbox.current.accounts()).toEqual([]);
});

test('an account type shows its fields', async () => {
	sandbox.current.addAccountType({ id: 'acttp_1', name: 'Shop' });
	const { data } = (await get(sandbox.current, '/account-types/acttp_1')).json;
	expect(data.attributes).toMatchObject({ name: 'Shop', 'field-schemas': [] });
	const user = (await get(sandbox.current, `/account-types/${ACCOUNT_TYPE}`)).json.data;
	expect(user.attributes['field-schemas']).toContainEqual(
		expect.objectContaining({ type: 'choices', key: 'plan', label: 'Plan' }),
	);
});
