import { startSandbox } from '../../../sandbox';
import { Examples, readData, readExample } from '../support/examples';

const examples = new Examples().use({ processingMilliseconds: 5 });

describe('report-rejected-rows.json', () => {
	it('imports what is usable, and makes one message of what is not', async () => {
		const rows = readData('crm-contacts-with-problems.csv');
		const outputOf = await examples.runWith('report-rejected-rows.json', 'One item per row', rows);
		expect(outputOf('Send the result')).toEqual([
			{ message: 'Persona imported 9 people, skipped 0 that it already had, and rejected 0.' },
		]);
		const [{ message } = {}, ...others] = outputOf('Send the message');
		expect(others).toEqual([]);
		const lines = String(message).split('\n');
		expect(lines[0]).toBe('30 rows were not imported:');
		expect(lines[1]).toBe(
			"P-002: Item 1, column 'birthdate' (your field 'DOB'): is not a day that exists in the calendar",
		);
		expect(lines).toHaveLength(31);
		const isNotUsable = ({ Remark = '' }) => !/^(Fine|The same customer ID|$)/.test(Remark);
		const unusable = rows.filter(isNotUsable).map((row) => row['Customer ID']);
		const named = lines.slice(1).map((line) => line.slice(0, line.indexOf(': Item ')));
		expect(named).toEqual(unusable.map((id) => (id === '' ? 'no customer ID' : id)));
		const written = outputOf('Write it back into the spreadsheet');
		expect(written.map((row) => row['Customer ID']).sort()).toEqual(unusable.sort());
		expect(outputOf('Ask for the birthdate')[0]).toEqual({
			'Customer ID': 'P-002',
			'To do': 'Ask this person for the birthdate again.',
			Reason:
				"Item 1, column 'birthdate' (your field 'DOB'): is not a day that exists in the calendar",
		});
		for (const row of outputOf('Correct the row')) expect(row['To do']).not.toBe('');
	});

	it('tells no numbers as long as Persona has none', async () => {
		const slow = await startSandbox({ processingMilliseconds: Infinity, now: examples.clock.now });
		const pinData = { 'One item per row': [{ json: { ContactId: '1' } }] };
		const outputOf = await examples.run(
			{ ...readExample('report-rejected-rows.json'), pinData },
			slow,
		);
		const [importer] = slow.importers();
		await slow.close();
		expect(outputOf('Send the result')).toEqual([
			{ message: `Persona is still working on the import ${importer!.id}.` },
		]);
	});
});
