import { checkItems, table } from '../../support/checkItems';

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
