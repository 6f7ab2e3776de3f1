import { outcomeOfJob, useSandbox } from './support';

const sandbox = useSandbox();

test.each([
	['another field', { favorite: 'x' }],
	['an archived field', { fax: '1' }],
	['a file', { contract: 'x' }],
	['a list of files', { evidence_documents: [] }],
	['a text for a number', { seats: '3' }],
	['a fraction for a whole number', { seats: 1.5 }],
	['a number that is too small', { seats: -1 }],
	['a text for a boolean', { is_vip: 'yes' }],
	['a date in another form', { birthdate: '12/31/1990' }],
	['a date that is too early', { customer_since: '1999-12-31' }],
	['a time without a zone', { last_login: '2026-01-01' }],
	['no choice', { plan: 'Team' }],
	['no list of choices', { interests: 'news' }],
	['a choice that is none', { interests: ['sports'] }],
	['a text that is too long', { nickname: 'x'.repeat(256) }],
	['an email address without @', { email_address: 'jane' }],
	['tags that are no text', { tags: [1] }],
	['a value that was set before', { signup_source: 'web' }],
	['an unknown type', { reference_id: 'new', account_type_id: 'acttp_x' }],
])('a row fails with %s', async (_, cells) => {
	sandbox.current.addAccount({ referenceId: 'a', fields: { signup_source: 'shop' } });
	const { errors, updated } = await outcomeOfJob(sandbox.current, [
		{ reference_id: 'a', ...cells },
		{ reference_id: 'a' },
	]);
	expect(errors).toEqual([expect.any(String)]);
	expect(updated).toBe(1);
});

test.each([
	['text', { nickname: 'Jan' }],
	['numbers', { seats: 3, account_balance: -1.5 }],
	['a boolean', { is_vip: false }],
	['dates', { birthdate: '1990-12-31', customer_since: '2020-01-01' }],
	['a time', { last_login: '2026-01-01T00:00:00Z' }],
	['choices', { plan: 'team', interests: ['news', 'events'] }],
	['tags as a text', { tags: 'x' }],
	['a first value of a field that is written once', { signup_source: 'web' }],
	['null', { seats: null, plan: null, interests: null, tags: null }],
])('a row takes %s', async (_, cells) => {
	expect((await outcomeOfJob(sandbox.current, [{ reference_id: 'a', ...cells }])).errors).toEqual(
		[],
	);
});
