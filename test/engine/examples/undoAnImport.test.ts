import { importWorkflow, outputOf, runWorkflow } from '../support/engine';
import { readExample } from '../support/examples';
import { outcomes, Redactions, SECRET } from '../support/redactions';

const redactions = new Redactions();

it('undoes an import with the example: only what it created is redacted', async () => {
	const file = readExample('undo-an-import.json');
	const [existing] = redactions.add(1);
	const { access } = redactions;
	const rows = ['r-0', 'r-1', 'r-2'].map((reference_id) => ({ reference_id, name_first: 'Ann' }));
	const imported = await runWorkflow(
		importWorkflow(rows, { parameters: { output: 'rows' } }),
		access,
	);
	const pinData = { 'Rows of the import': outputOf(imported) };
	const receipts = async () => {
		const { runData } = (await runWorkflow({ ...file, pinData }, access)).data.resultData;
		return outcomes(runData['Redact accounts']?.at(-1)?.data?.main?.[0] ?? []);
	};
	expect(await receipts()).toEqual(['wouldRedact', 'wouldRedact']);
	expect(redactions.redactedIds()).toEqual([]);
	file.nodes.find(({ name }) => name === 'Redact accounts')!.parameters.dryRun = false;
	expect(await receipts()).toEqual(['redacted', 'redacted']);
	expect(redactions.redactedIds()).toHaveLength(2);
	expect(existing).toMatchObject({ redactedAt: null, nameFirst: SECRET });
});
