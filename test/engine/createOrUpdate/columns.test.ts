import type { INodeParameters } from 'n8n-workflow';

import { getBatchJobColumns } from '../../../nodes/Persona/methods/resourceMapping';
import { BatchJobs, TYPE } from '../support/batchJobs';
import { listSearchContext } from '../support/listSearch';

const jobs = new BatchJobs().use();

async function columns(parameters: INodeParameters) {
	return (await getBatchJobColumns.call(listSearchContext(jobs.access, parameters))).fields;
}

const names = async (parameters: INodeParameters) =>
	(await columns(parameters)).map(({ id }) => id);

const DOCUMENTED = [
	...['name_first', 'name_middle', 'name_last', 'birthdate', 'social_security_number'],
	...['email_address', 'phone_number', 'address_street_1', 'address_street_2', 'address_city'],
	...['address_subdivision', 'address_postal_code', 'country_code', 'tags'],
];

describe('the columns of batch jobs in the editor', () => {
	it('are the fields of the account type, with their labels, types and what cannot be written', async () => {
		const found = await columns({ operation: 'upsert', accountTypeId: TYPE });
		const shown = found.map(({ id, displayName, type, required, readOnly }) => ({
			id,
			displayName,
			...(type === 'string' ? {} : { type }),
			...(required ? { required } : {}),
			...(readOnly === true ? { readOnly } : {}),
		}));
		expect(shown).toEqual([
			{ id: 'reference_id', displayName: 'Reference ID', required: true },
			{ id: 'name_first', displayName: 'Name First' },
			{ id: 'name_middle', displayName: 'Name Middle' },
			{ id: 'name_last', displayName: 'Name Last' },
			{ id: 'birthdate', displayName: 'Birthdate (date)' },
			{ id: 'social_security_number', displayName: 'Social Security Number' },
			{ id: 'email_address', displayName: 'Email Address' },
			{ id: 'phone_number', displayName: 'Phone Number' },
			{ id: 'address_street_1', displayName: 'Address Street 1' },
			{ id: 'address_street_2', displayName: 'Address Street 2' },
			{ id: 'address_city', displayName: 'Address City' },
			{ id: 'address_subdivision', displayName: 'Address Subdivision' },
			{ id: 'address_postal_code', displayName: 'Address Postal Code' },
			{ id: 'country_code', displayName: 'Country Code' },
			{ id: 'nickname', displayName: 'nickname' },
			{ id: 'account_balance', displayName: 'Account Balance (number)' },
			{ id: 'seats', displayName: 'Seats (integer)' },
			{ id: 'is_vip', displayName: 'VIP (boolean)' },
			{ id: 'customer_since', displayName: 'Customer Since (date)' },
			{ id: 'last_login', displayName: 'Last Login (datetime)' },
			{ id: 'plan', displayName: 'Plan (choices)', type: 'options' },
			{ id: 'interests', displayName: 'Interests (multi choices)' },
			{ id: 'signup_source', displayName: 'Signup Source (can be set once)' },
			{ id: 'tags', displayName: 'Tags' },
			{
				id: 'evidence_documents',
				displayName: 'Evidence Documents (array, read-only here)',
				readOnly: true,
			},
			{ id: 'contract', displayName: 'Contract (file, read-only here)', readOnly: true },
		]);
		expect(found.find(({ id }) => id === 'plan')?.options).toEqual([
			{ name: 'Free', value: 'free' },
			{ name: 'Team', value: 'team' },
			{ name: 'Business', value: 'business' },
		]);
	});

	it.each([undefined, '', '={{ $json.type }}'])(
		'are those that are documented, and further ones by name, for the account type %j',
		async (accountTypeId) => {
			const options = { furtherFields: 'nickname, ,seats' };
			const found = await names({ operation: 'update', accountTypeId, options } as INodeParameters);
			expect(found).toEqual(['reference_id', ...DOCUMENTED, 'nickname', 'seats']);
			expect(jobs.sandbox.requests).toEqual([]);
		},
	);

	it('are the same where the key may not read account types', async () => {
		jobs.sandbox.faults.add({ kind: 'status', status: 403 });
		expect(await names({ operation: 'upsert', accountTypeId: TYPE })).toEqual([
			'reference_id',
			...DOCUMENTED,
		]);
	});

	it('begin with what accounts are found by', async () => {
		const found = await names({ operation: 'update', lookupField: 'token' });
		expect(found).toEqual(['token', ...DOCUMENTED]);
	});

	it('say that there is no such account type', async () => {
		await expect(columns({ operation: 'upsert', accountTypeId: 'acttp_x' })).rejects.toThrow(
			'Persona has no account type with this ID (HTTP 404)',
		);
	});
});
