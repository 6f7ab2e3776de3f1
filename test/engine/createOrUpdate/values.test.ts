import { BatchJobs } from '../support/batchJobs';
import { CONTINUE, outputOf, reasonIn } from '../support/engine';

const jobs = new BatchJobs().use();

describe('Account: Create or Update, values', () => {
	it('checks values by the types of their fields, and sends JSON of these types', async () => {
		const rows = [
			{ Id: 'a', VIP: true, Seats: '3', 'Account Balance': 1.5, Plan: 'Team', Tags: 'x, y' },
			{
				Id: 'b',
				VIP: 'no',
				Interests: ['News', 'events'],
				'Customer Since': '2020-02-29T10:00:00Z',
			},
			{
				Id: 'c',
				Interests: 'offers; News',
				'Last Login': '2026-01-31 09:30:00+01:00',
				Birthdate: '1990-12-10',
			},
		];
		await jobs.run(rows);
		expect(jobs.jobs()).toEqual([
			[
				{
					reference_id: 'a',
					is_vip: true,
					seats: 3,
					account_balance: 1.5,
					plan: 'team',
					tags: ['x', 'y'],
				},
				{
					reference_id: 'b',
					is_vip: false,
					interests: ['news', 'events'],
					customer_since: '2020-02-29',
				},
				{
					reference_id: 'c',
					interests: ['offers', 'news'],
					last_login: '2026-01-31T09:30:00+01:00',
					birthdate: '1990-12-10',
				},
			],
		]);
		expect(jobs.sandbox.batchJobs()[0]).toMatchObject({ rowErrors: [], createdCount: 3 });
	});

	it.each([
		['Seats', '3.5', 'integer', 'is not a whole number'],
		['Seats', 'three', 'number', 'is not a number in digits with a decimal point'],
		['Seats', -1, 'range', 'is less than 0, the least that the field takes'],
		['Account Balance', '1000001', 'range', 'is more than 1000000, the most that the field takes'],
		['VIP', 'maybe', 'boolean', 'is neither true or yes nor false or no'],
		['Customer Since', '31/12/2020', 'date', 'is not a day written as YYYY-MM-DD'],
		['Customer Since', '2021-02-29', 'date', 'is not a day written as YYYY-MM-DD'],
		[
			'Customer Since',
			'1999-12-31',
			'range',
			'is before 2000-01-01, the first day that the field takes',
		],
		[
			'Last Login',
			'2026-01-31T09:30',
			'datetime',
			'is not a time with a time zone, such as 2026-01-31T09:30:00Z',
		],
		['Plan', 'Gold', 'choice', 'is none of the choices that the field has'],
		['Interests', ['News', 'Sports'], 'choice', 'is none of the choices that the field has'],
		[
			'Nickname',
			'x'.repeat(256),
			'tooLong',
			'is longer than the 255 characters that the field takes',
		],
		['Id', '', 'missing', 'has no value, and Persona needs one here'],
	])('rejects %s %j before anything is sent', async (field, value, code, message) => {
		const rows = [
			{ Id: 'a', Nickname: 'Ada', [field]: value },
			{ Id: 'b', Nickname: 'Bo' },
		];
		const result = await jobs.run(rows, { output: 'rows' }, CONTINUE);
		const reasons = outputOf(result).map((item) => reasonIn(item)?.problems[0]);
		expect(reasons).toEqual([undefined, expect.objectContaining({ code, message })]);
		expect(jobs.jobs()).toEqual([[{ reference_id: 'b', nickname: 'Bo' }]]);
		jobs.sandbox.reset();
		const { error } = (await jobs.run(rows)).data.resultData;
		expect(error?.message).toBe('1 of 2 rows cannot be imported, so nothing was sent');
		expect(jobs.requests()).toEqual(['GET /account-types/… 200']);
	});

	it('leaves empty values out, or clears the fields if that is wanted', async () => {
		jobs.sandbox.addAccount({ referenceId: 'a', fields: { nickname: 'Ada', seats: 3 } });
		const rows = [{ Id: 'a', Nickname: '', Seats: null, Plan: 'free' }];
		await jobs.run(rows);
		expect(jobs.accounts()).toEqual({ a: { nickname: 'Ada', seats: 3, plan: 'free' } });
		await jobs.run(rows, { options: { emptyValues: 'clear' } });
		expect(jobs.accounts()).toEqual({ a: { nickname: null, seats: null, plan: 'free' } });
	});
});
