import { checkItems, table } from '../support/checkItems';

/** Small inputs as people have them, with what is right for each. */

describe('placeholders', () => {
	const rows = table(
		'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags',
		'C-1,Ann,N/A,Lee,1990-04-05,012-34-5679,vip',
		'C-2,Bob,NULL,null,1958-12-31,,',
		'C-3,-,-,Ray,1980-07-01,,-',
		'C-4,undefined,,[object Object],1980-07-02,,',
		'C-5,#N/A,,#REF!,1980-07-03,,#N/A',
		'C-6,TBD,,Unknown,1980-07-04,,none',
		'C-7,\\N,\\N,Poe,1980-07-05,,\\N',
		'C-8,Jennifer,,Null,1980-07-06,,',
		'C-9,na,nan,None,1980-07-07,,',
		'N/A,Eve,,Test,1980-07-08,,',
		'#N/A,Flo,,Ng,1980-07-09,,',
		'null,Gus,,Ó,1980-07-10,,',
	);

	test('reject the row, except for people who are called like that', async () => {
		const { items, warnings } = await checkItems(rows);
		expect(items).toEqual({
			0: ['placeholder'],
			1: ['placeholder', 'placeholder'],
			2: ['placeholder', 'placeholder', 'placeholder'],
			3: ['placeholder', 'placeholder'],
			4: ['placeholder', 'placeholder', 'placeholder'],
			5: ['placeholder', 'placeholder'],
			6: ['placeholder', 'placeholder', 'placeholder'],
			7: ['C-8', 'Jennifer', '', 'Null', '1980-07-06', '', ''],
			8: ['placeholder', 'placeholder'],
			9: ['placeholderId'],
			10: ['placeholderId'],
			11: ['placeholderId'],
		});
		expect(warnings).toEqual({ 'placeholderName name_last': [7] });
	});

	test('count as empty where that is chosen, but never as an ID', async () => {
		const { items, warnings } = await checkItems(rows, { placeholders: 'empty' });
		expect(items).toEqual({
			0: ['C-1', 'Ann', '', 'Lee', '1990-04-05', '012-34-5679', 'vip'],
			1: ['C-2', 'Bob', '', '', '1958-12-31', '', ''],
			2: ['C-3', '', '', 'Ray', '1980-07-01', '', ''],
			3: ['C-4', '', '', '', '1980-07-02', '', ''],
			4: ['C-5', '', '', '', '1980-07-03', '', ''],
			5: ['C-6', '', '', 'Unknown', '1980-07-04', '', ''],
			6: ['C-7', '', '', 'Poe', '1980-07-05', '', ''],
			7: ['C-8', 'Jennifer', '', 'Null', '1980-07-06', '', ''],
			8: ['C-9', '', '', 'None', '1980-07-07', '', ''],
			9: ['placeholderId'],
			10: ['placeholderId'],
			11: ['placeholderId'],
		});
		expect(warnings).toEqual({ 'placeholderName name_last': [5, 7, 8] });
	});

	test('a row of nothing else is blank where they count as empty', async () => {
		const { blankRows } = await checkItems([{ name_first: 'N/A', tags: ['-', 'TBD'] }], {
			placeholders: 'empty',
		});
		expect(blankRows).toBe(1);
	});
});

describe('broken text', () => {
	test('a file that was read with the wrong encoding', async () => {
		const { items, messages } = await checkItems(
			table('reference_id,name_first,name_last', 'C-1,Jos\ufffd,Mu\ufffdoz', 'C-2,J\ufffdrgen,Ray'),
		);
		expect(items).toEqual({
			0: ['replacementCharacter', 'replacementCharacter'],
			1: ['replacementCharacter'],
		});
		expect(messages).toEqual([expect.stringContaining('read with the wrong encoding')]);
	});

	test('text that was decoded twice', async () => {
		const { items, warnings } = await checkItems(
			table(
				'reference_id,name_first,name_last',
				'C-1,FranÃ§ois,LefÃ¨vre',
				'C-2,Juan JosÃ©,Oâ€™Neil',
				'C-3,François,Lefèvre',
			),
		);
		expect(items[2]).toEqual(['C-3', 'François', 'Lefèvre']);
		expect(warnings).toEqual({
			'decodedTwice name_first': [0, 1],
			'decodedTwice name_last': [0, 1],
		});
	});

	test('spaces and invisible characters around text, or nothing else', async () => {
		const { items } = await checkItems([
			{ reference_id: '\u3000C-1', name_first: '\u00a0Ann ', name_last: 'Lee ' },
			{ reference_id: 'C-2 ', name_first: 'Bob\t', name_last: '\u200bRay' },
			{ reference_id: 'C-3', name_first: '\u00a0', name_last: ' ' },
			{ reference_id: 'C-4', name_first: '\u200b', name_last: '.' },
			{ reference_id: '\u200b', name_first: 'Eve', name_last: '' },
		]);
		expect(items).toEqual({
			0: ['C-1', 'Ann', 'Lee'],
			1: ['C-2', 'Bob', 'Ray'],
			2: ['C-3', '', ''],
			3: ['C-4', '', '.'],
			4: ['', 'Eve', ''],
		});
	});

	test('the last lines of a report', async () => {
		const { items, warnings } = await checkItems([
			{ reference_id: 'C-1', name_first: 'Ann', birthdate: '1990-04-05' },
			{ reference_id: 'Total', name_first: 1 },
			{ name_first: 'Reference: this report was made on 2024-01-01' },
		]);
		expect(Object.keys(items)).toHaveLength(3);
		expect(warnings).toEqual({
			'reportLine reference_id': [1],
			'unlikelyName name_first': [1, 2],
		});
	});
});

test('social security numbers that were never issued, or that people make up', async () => {
	const { items, warnings } = await checkItems(
		table(
			'reference_id,social_security_number',
			'C-1,000-00-0000',
			'C-2,999-99-9999',
			'C-3,111111111',
			'C-4,666-12-3456',
			'C-5,123-00-4567',
			'C-6,123-45-0000',
			'C-7,078-05-1120',
			'C-8,219-09-9999',
			'C-9,123-45-6789',
		),
	);
	expect(items).toEqual({
		0: ['socialSecurityNumberNeverIssued'],
		1: ['C-2', '999-99-9999'],
		2: ['C-3', '111-11-1111'],
		3: ['socialSecurityNumberNeverIssued'],
		4: ['socialSecurityNumberNeverIssued'],
		5: ['socialSecurityNumberNeverIssued'],
		6: ['socialSecurityNumberPublished'],
		7: ['socialSecurityNumberPublished'],
		8: ['C-9', '123-45-6789'],
	});
	expect(warnings).toEqual({
		'socialSecurityNumberPattern social_security_number': [1, 2, 8],
	});
});

test('the same social security number in several rows', async () => {
	const { warnings } = await checkItems(
		table(
			'reference_id,social_security_number',
			'C-1,900-70-1234',
			'C-2,900701234',
			'C-3,',
			'C-4,',
			'C-5,900-70-1235',
		),
	);
	expect(warnings['repeatedSocialSecurityNumber social_security_number']).toEqual([0, 1]);
});

describe('IDs that a spreadsheet changed', () => {
	test.each([
		['1.23E+11', ['exponent']],
		['1,23E+11', ['exponent']],
		['1001.0', ['1001']],
		['1001.00', ['1001']],
		['1,234,567', ['1234567']],
		['="00123"', ['00123']],
		["'00123", ['00123']],
		['1,234', ['1,234']],
		['12E5', ['12E5']],
		["'t Hooft", ["'t Hooft"]],
	])('%s', async (reference_id, expected) => {
		const { items } = await checkItems([{ reference_id }]);
		expect(items).toEqual({ 0: expected });
	});
});

test('rows that share an ID name each other, whatever else is wrong with them', async () => {
	const { items, messages } = await checkItems([
		{ reference_id: 'a-1', name_first: 'Ann' },
		{ reference_id: 'b', name_first: 'Bob' },
		{ reference_id: 'A-1', name_first: true },
	]);
	expect(items).toEqual({
		0: ['duplicateExceptCase'],
		1: ['b', 'Bob'],
		2: ['booleanValue', 'duplicateExceptCase'],
	});
	expect(messages).toContainEqual(
		expect.stringContaining('as that of item 2, apart from upper and lower case'),
	);
});

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
