import { Examples, readData, readExample } from '../support/examples';

const examples = new Examples().use({ processingMilliseconds: 5 });

describe('write-account-ids-back.json', () => {
	it('gives every contact of the CRM export the ID of its account', async () => {
		const contacts = readData('crm-contacts.csv');
		const outputOf = await examples.runWith(
			'write-account-ids-back.json',
			'One item per contact',
			contacts,
		);
		const accountOf = new Map(
			examples.sandbox
				.accounts()
				.map(({ referenceId, id }) => [referenceId?.trim().toLowerCase() ?? '', id]),
		);
		const isBlank = (contact: Record<string, string>) =>
			['ContactId', 'FirstName', 'MiddleName', 'LastName', 'DateOfBirth', 'SSN', 'Labels'].every(
				(name) => contact[name]?.trim() === '',
			);
		const expected = contacts
			.filter((contact) => !isBlank(contact))
			.map(({ ContactId = '' }) => {
				const isKnown = ContactId.trim() !== '' && !ContactId.includes(',');
				return {
					ContactId,
					PersonaAccountId: isKnown ? accountOf.get(ContactId.trim().toLowerCase()) : null,
					PersonaOutcome: isKnown ? 'created' : 'unverifiable',
				};
			});
		expect(outputOf('Update the contact in the CRM')).toEqual(expected);
		expect(expected).toHaveLength(292);
		expect(examples.sandbox.accounts()).toHaveLength(279);
	});

	it('shows with its pinned contacts what the CRM gets of each', async () => {
		const outputOf = await examples.run(readExample('write-account-ids-back.json'));
		const [ada, björn, ...others] = examples.sandbox.accounts();
		expect(others).toEqual([]);
		expect(outputOf('Update the contact in the CRM')).toEqual([
			{ ContactId: 'demo-ada', PersonaAccountId: ada!.id, PersonaOutcome: 'created' },
			{ ContactId: 'demo-björn', PersonaAccountId: björn!.id, PersonaOutcome: 'created' },
		]);
		expect(outputOf('Flag the contact in the CRM')).toEqual([
			{
				ContactId: 'demo-carla',
				PersonaReason:
					"Item 2, column 'birthdate' (your field 'DateOfBirth'): is not a day that exists in the calendar",
			},
		]);
	});
});
