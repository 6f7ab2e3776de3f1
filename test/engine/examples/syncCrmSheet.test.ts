import { getBatchJobColumns } from '../../../nodes/Persona/methods/resourceMapping';
import { Examples, readData, readExample } from '../support/examples';
import { listSearchContext } from '../support/listSearch';

const examples = new Examples().use({ processingMilliseconds: 5 });

describe('sync-crm-sheet.json', () => {
	const FILE = 'sync-crm-sheet.json';
	const READER = 'One item per contact';

	it('creates the accounts in the first night, and updates them in the next', async () => {
		const contacts = readData('crm-contacts.csv');
		const first = await examples.runWith(FILE, READER, contacts);
		const accounts = examples.sandbox.accounts().length;
		const reasons = first('Write the reason into the sheet');
		expect(reasons.length).toBeGreaterThan(0);
		expect(first('Clear the reason in the sheet').length + reasons.length).toBe(292);
		const [job, ...others] = examples.sandbox.batchJobs();
		expect(others).toEqual([]);
		expect(job).toMatchObject({ createdCount: accounts, updatedCount: 0 });
		const second = await examples.runWith(FILE, READER, contacts);
		expect(second('Write the reason into the sheet')).toEqual(reasons);
		expect(examples.sandbox.accounts()).toHaveLength(accounts);
		expect(examples.sandbox.batchJobs()[1]).toMatchObject({
			createdCount: 0,
			updatedCount: accounts,
		});
	});

	it('holds the mapper as the editor stores it', async () => {
		const { parameters } = readExample(FILE).nodes.find(({ type }) => type.endsWith('.persona'))!;
		const access = examples.access;
		const { fields } = await getBatchJobColumns.call(listSearchContext(access, parameters));
		expect(parameters.columns).toEqual({
			mappingMode: 'autoMapInputData',
			value: {},
			matchingColumns: [],
			schema: fields.map((field) => ({ ...field, removed: false })),
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		});
	});

	it('says why a contact has no account', async () => {
		const contact = { ContactId: 'C-1', FirstName: 'Ada', Email: 'ada@example.com' };
		const contacts = [
			contact,
			{ ...contact, ContactId: '' },
			{ ...contact, ContactId: 'C-2', Email: 'ada' },
		];
		const outputOf = await examples.runWith(FILE, READER, contacts);
		expect(outputOf('Clear the reason in the sheet')).toEqual([
			{ ContactId: 'C-1', PersonaReason: '' },
		]);
		const reasons = outputOf('Write the reason into the sheet').map(
			({ PersonaReason }) => PersonaReason,
		);
		expect(reasons).toEqual([
			"Item 1, column 'reference_id': has no value, and Persona needs one here",
			'Item 2: Persona could not write this row: Field ••• has invalid value •••',
		]);
	});
});
