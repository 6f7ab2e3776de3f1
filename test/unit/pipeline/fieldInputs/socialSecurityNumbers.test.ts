import { checkItems, table } from '../../support/checkItems';

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
