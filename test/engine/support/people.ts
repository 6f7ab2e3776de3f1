/** Three people with what makes CSV hard: quotes, commas, line breaks, and letters of several alphabets. */
export const THREE_PEOPLE = [
	{ reference_id: 'c-1', name_first: 'Zoë', name_last: "O'Neil, Jr.", birthdate: '1990-02-28' },
	{
		reference_id: 'c-2',
		name_first: 'محمد',
		name_last: '山田',
		social_security_number: '900123456',
	},
	{ reference_id: 'c-3', name_first: 'Line\nbreak', name_last: 'A "Quote"', tags: ['vip', 'eu'] },
];
