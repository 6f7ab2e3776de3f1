import type { IDataObject } from 'n8n-workflow';

import { map, rowsIn } from './support';

const person = { first_name: 'Ann', last_name: 'Lee' };

async function idOf(fields: IDataObject): Promise<unknown> {
	const mapping = await map([{ ...fields, ...person }]);
	return mapping.stop?.code ?? rowsIn(mapping, 1)[0]!.reference_id;
}

describe('whose ID it is', () => {
	it.each<[string, IDataObject, unknown]>([
		['Salesforce', { AccountId: 'a', Id: 'id', OwnerId: 'o', ReportsToId: 'r' }, 'id'],
		['Salesforce with an external ID', { Id: 'id', External_Id__c: 'x', AccountId: 'a' }, 'x'],
		['HubSpot', { associatedcompanyid: 'c', id: '1', hs_object_id: 1 }, '1'],
		['Pipedrive', { org_id: 2, owner_id: 3, id: 1 }, 1],
		['Zendesk', { organization_id: 2, id: 1, external_id: 'x' }, 'x'],
		['Zendesk without external ID', { organization_id: 2, id: 1, external_id: null }, 1],
		['Intercom', { workspace_id: 'w', id: '1', external_id: 'x' }, 'x'],
		['Mailchimp', { list_id: 'l', web_id: 3, unique_email_id: 'u', id: '1' }, '1'],
		['Stripe', { id: 'cus_1', object: 'customer' }, 'cus_1'],
		['QuickBooks', { Id: '1', SyncToken: '0' }, '1'],
		['payroll', { 'Company ID': 'c', 'Employee ID': 'e', 'Manager ID': 'm' }, 'e'],
		['a renamed field beside all others', { id: 1, reference_id: 2, 'Reference ID': 3 }, 2],
		['Google Workspace', { customerId: 'C1', id: '1' }, 'twoIds'],
		['a table', { id: 1, user_id: 9, account_id: 7 }, 'twoIds'],
		['two IDs that are the same', { id: 1, contact_id: ' 1 ' }, 1],
		['two IDs, one of them empty', { id: '', contact_id: 'c' }, 'c'],
		['two made for outside', { 'External ID': 1, 'Ref ID': 2 }, 'twoIds'],
		['two made for outside, one a custom field', { External_Id__c: 1, 'Ref ID': 2 }, 'twoIds'],
		['two of something else', { account_id: 1, lead_id: 2 }, 'twoIds'],
		['two spellings of the own name', { 'Reference ID': 1, 'reference-id': 2 }, 'twoIds'],
	])('%s', async (_, fields, expected) => {
		expect(await idOf(fields)).toBe(expected);
		const reversed = Object.fromEntries(Object.entries(fields).reverse());
		const again = await idOf(reversed);
		expect(String(again).trim()).toBe(String(expected));
	});

	it('takes the ID of contacts, not of their company', async () => {
		const items = [
			{ attributes: { type: 'Contact' }, Id: '0035a', AccountId: '0015a', ...person },
			{ attributes: { type: 'Contact' }, Id: '0035b', AccountId: null, ...person },
		];
		const mapping = await map(items);
		expect(rowsIn(mapping, 2).map((row) => row.reference_id)).toEqual(['0035a', '0035b']);
		expect(mapping).toMatchObject({ warnings: [], ignored: ['attributes'] });
	});

	it('never uses the last class without a warning', async () => {
		const items = [
			{ AccountId: 'a', ...person },
			{ AccountId: '', ...person },
		];
		expect((await map(items)).warnings).toEqual([
			{
				code: 'likelyOtherId',
				column: 'reference_id',
				count: 1,
				items: [0],
				message: "'AccountId' was used as Reference ID, but it may be the ID of something else",
			},
		]);
	});
});

it('names both fields, with the expressions to paste', async () => {
	const mapping = await map([
		{ id: 1, 'Customer "ID"': 'K-1', account_id: 7, ...person },
		{ id: 2, 'Customer "ID"': 2, ...person },
	]);
	expect(mapping.stop).toEqual({
		code: 'twoIds',
		message: `The fields 'id', 'Customer "ID"' hold different IDs in 1 row, so nothing was sent`,
		description:
			'Only you know which of them is the Reference ID. Set \'Mapping Column Mode\' to Map Each Column Manually and paste the right one into Reference ID: {{ $json.id }} or {{ $json["Customer \\"ID\\""] }}. Or rename it to reference_id, or remove the others before this node.',
	});
});

it('names four of them at most', async () => {
	const ids = { id: 1, contact_id: 2, user_id: 3, uuid: 4, member_id: 5, 'Customer ID': 6 };
	const { stop } = await map([{ ...ids, ...person }]);
	expect(stop!.message).toBe(
		"The fields 'id', 'contact_id', 'Customer ID', 'member_id' and 2 more hold different IDs in 1 row, so nothing was sent",
	);
	expect(stop!.description.match(/\{\{/g)).toHaveLength(4);
});
