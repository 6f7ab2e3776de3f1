import { importerItem } from '../../e2e/support/items';
import type { HostInstance } from '../support/host';
import { onlyImport, PENDING } from '../support/imported';
import { accountImport, PEOPLE } from '../support/workflow';

const BAD = { ...PEOPLE[0], 'Contact ID': 'crm-4', SSN: '12' };
const PROBLEM = {
	column: 'social_security_number',
	code: 'socialSecurityNumber',
	message: 'is not nine digits, with or without dashes (NNN-NN-NNNN)',
};
const SENTENCE = `Item 3, column '${PROBLEM.column}': ${PROBLEM.message}`;
const HELP =
	'Open the credential, paste the API key again from the Persona dashboard and save it; the test there tells whether it works.';

export function tellsWhatCannotGo(host: () => HostInstance): void {
	it('sends a rejected row out of the error output, and imports the others', async () => {
		const rows = [...PEOPLE, BAD];
		const onError = 'continueErrorOutput';
		const ran = await host().run({ rows }, { parameters: accountImport(), onError });
		const { importer, meta: others } = await onlyImport(host());
		const meta = { ...others, 'rejected-rows': 1 };
		expect(ran.outputs).toEqual([
			[importerItem(importer, { attributes: PENDING, meta, items: [0, 1, 2] })],
			[
				{
					json: { error: SENTENCE },
					error: expect.objectContaining({
						message: SENTENCE,
						context: { itemIndex: 3, problems: [PROBLEM] },
					}) as object,
					pairedItem: { item: 3 },
				},
			],
		]);
		expect(ran.hints).toEqual(['3 rows sent, 1 not: each of those is an item that says why']);
	});

	it('stops at a rejected row, says which, and sends nothing', async () => {
		const { error } = await host().run({ rows: [...PEOPLE, BAD] }, { parameters: accountImport() });
		expect(error?.message).toBe('1 row of 4 cannot be imported, so nothing was sent');
		expect(error?.description).toContain(`<li>${SENTENCE}.</li>`);
		expect(host().sandbox.requests).toEqual([]);
	});

	it('stops when Persona does not know the key', async () => {
		const personaApi = await host().storeCredential('Wrong key', 'not a key');
		const parameters = accountImport();
		const { error, outputs } = await host().run(
			{ rows: PEOPLE },
			{ parameters, credentials: { personaApi } },
		);
		expect(outputs).toEqual([]);
		expect(error?.message).toBe('Persona does not accept the API key (HTTP 401)');
		expect(error?.description).toContain(HELP);
		expect(JSON.stringify(error)).not.toMatch(/not a key|crm-1|900-?12/);
	});
}
