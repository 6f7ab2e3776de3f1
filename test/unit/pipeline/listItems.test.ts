import {
	ACCOUNT_IMPORT,
	hasRule,
	LIST_ITEM_IMPORTS,
	type ListType,
} from '../../../nodes/Persona/pipeline/columns';
import { matchFields } from '../../../nodes/Persona/pipeline/mapping';
import { checkRows } from '../../../nodes/Persona/pipeline/checkRows';
import { ruleContext } from '../support/rules';

const match = (listType: ListType, ...fields: string[]) =>
	Object.fromEntries(matchFields(fields, LIST_ITEM_IMPORTS[listType].columns).fieldOf);

const problems = async (listType: ListType, ...values: unknown[]) => {
	const { columns } = LIST_ITEM_IMPORTS[listType];
	const source = { columns, read: () => values };
	const { rejected } = await checkRows(source, 1, ruleContext());
	return rejected.flatMap((row) => row.problems.map(({ column, code }) => `${column}: ${code}`));
};

describe('field names of lists', () => {
	it.each<[ListType, string[], Record<string, string>]>([
		['emailAddress', ['value', 'match_type'], { value: 'value', match_type: 'match_type' }],
		[
			'emailAddress',
			['E-mail Address', 'MatchType'],
			{ value: 'E-mail Address', match_type: 'MatchType' },
		],
		['emailAddress', ['Domain', 'Email', 'Type'], { value: 'Email', match_type: 'Type' }],
		['emailAddress', ['domain', 'kind'], { value: 'domain', match_type: 'kind' }],
		[
			'geolocation',
			['Lat', 'Lng', 'Radius'],
			{ latitude: 'Lat', longitude: 'Lng', radius_meters: 'Radius' },
		],
		[
			'geolocation',
			['lat', 'lon', 'radius_m'],
			{ latitude: 'lat', longitude: 'lon', radius_meters: 'radius_m' },
		],
		['geolocation', ['radiusMeters'], { radius_meters: 'radiusMeters' }],
		[
			'governmentIdNumber',
			['Passport Number', 'Document Type'],
			{ id_number: 'Passport Number', id_class: 'Document Type' },
		],
		[
			'governmentIdNumber',
			["Driver's License Number", 'type'],
			{ id_number: "Driver's License Number", id_class: 'type' },
		],
		['governmentIdNumber', ['id', 'class'], { id_class: 'class' }],
		['ipAddress', ['IP'], { value: 'IP' }],
		['ipAddress', ['Client IP', 'host'], { value: 'Client IP' }],
		['name', ['FirstName', 'Surname'], { name_first: 'FirstName', name_last: 'Surname' }],
		['phoneNumber', ['Mobile'], { value: 'Mobile' }],
		['phoneNumber', ['Number', 'Phone #'], { value: 'Phone #' }],
	])('%s: %j', (listType, fields, expected) =>
		expect(match(listType, ...fields)).toEqual(expected),
	);
});

describe('rows of lists', () => {
	it('need every column that gives the others a meaning', async () => {
		expect(await problems('emailAddress', '', 'domain')).toEqual(['value: missing']);
		expect(await problems('geolocation', 1, 2, null)).toEqual(['radius_meters: missing']);
		expect(await problems('governmentIdNumber', 'A1', ' ')).toEqual(['id_class: missing']);
	});

	it('need one name of two', async () => {
		expect(await problems('name', 'Prince', '')).toEqual([]);
		expect(await problems('name', undefined, 'Nguyễn')).toEqual([]);
	});

	it('are told everything that stands against them at once', async () => {
		expect(await problems('geolocation', 91, '181', -1)).toEqual([
			'latitude: latitude',
			'longitude: longitude',
			'radius_meters: radius',
		]);
	});

	it('are held against their match type', async () => {
		expect(await problems('emailAddress', 'example.com', 'email_address')).toEqual([
			'value: emailAddress',
		]);
		expect(await problems('emailAddress', 'ann@example.com', 'DOMAIN')).toEqual(['value: domain']);
		expect(await problems('emailAddress', 'anything', 'exact')).toEqual(['match_type: matchType']);
	});

	it('keep ID numbers as text, without the blanks around them', async () => {
		const { columns } = LIST_ITEM_IMPORTS.governmentIdNumber;
		const source = { columns, read: () => [' 007 ', 12345678n] };
		const { rows } = await checkRows(source, 1, ruleContext());
		expect(rows).toEqual([{ itemIndex: 0, cells: ['007', '12345678'] }]);
		expect(await problems('governmentIdNumber', 1.5e20, 'pp')).toEqual([
			'id_number: impreciseNumber',
		]);
	});
});

it('one column is enough for an import to have a rule', () => {
	expect(hasRule(ACCOUNT_IMPORT, 'birthdate')).toBe(true);
	expect(hasRule(ACCOUNT_IMPORT, 'latitude')).toBe(false);
	expect(hasRule(LIST_ITEM_IMPORTS.phoneNumber, 'birthdate')).toBe(false);
});
