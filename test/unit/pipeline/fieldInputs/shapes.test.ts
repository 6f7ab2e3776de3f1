import { checkItems } from '../../support/checkItems';

describe('shapes', () => {
	test('tags as objects with a name, and one text in a list', async () => {
		const { items } = await checkItems([
			{ tags: [{ name: 'vip', color: 'red' }, { name: 'new' }] },
			{ tags: ['vip; new'] },
			{ tags: '* myContacts ::: School' },
		]);
		expect(items).toEqual({ 0: ['vip,new'], 1: ['vip; new'], 2: ['School'] });
	});

	test('dates in objects', async () => {
		const { items } = await checkItems([
			{ birthdate: { start: '1990-04-05', end: null } },
			{ birthdate: { date: { start: '1990-04-05', end: null } } },
			{ birthdate: { $date: '1990-04-05T00:00:00Z' } },
			{ birthdate: { year: 1990, month: 4, day: 5 } },
			{ birthdate: { start: '1990-04-05', end: '1990-04-06' } },
			{ birthdate: { month: 4, day: 5 } },
		]);
		expect(items).toEqual({
			0: ['1990-04-05'],
			1: ['1990-04-05'],
			2: ['1990-04-05'],
			3: ['1990-04-05'],
			4: ['notText'],
			5: ['notText'],
		});
	});
});
