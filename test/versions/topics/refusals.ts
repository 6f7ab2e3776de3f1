import { PROBLEM_SENTENCES } from '../../../nodes/Persona/pipeline/rules';
import { messageFor } from '../../../nodes/Persona/transport/messages';
import { importerItem } from '../../e2e/support/items';
import type { HostInstance } from '../support/host';
import { onlyImport, PENDING } from '../support/imported';
import { accountImport, PEOPLE, TAXPAYERS } from '../support/workflow';

const BAD = { ...PEOPLE[0], 'Contact ID': 'crm-4', SSN: '12' };
const PROBLEM = {
	column: 'social_security_number',
	code: 'socialSecurityNumber',
	message: PROBLEM_SENTENCES.socialSecurityNumber,
};
const SENTENCE = `Item 3, column '${PROBLEM.column}' (your field 'SSN'): ${PROBLEM.message}`;
const WRONG_KEY = 'persona_production_unknown';
const REFUSED = messageFor({ status: 401, body: '', headers: {} }, []);

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
				expect.objectContaining({
					json: {
						...BAD,
						error: SENTENCE,
						details: { row: 3, problems: [{ ...PROBLEM, field: 'SSN' }], help: null },
					},
					pairedItem: { item: 3 },
				}) as object,
			],
		]);
		expect(ran.hints).toEqual([
			'3 rows sent, 1 not: see the error output for the reasons',
			TAXPAYERS,
		]);
	});

	it('stops at a rejected row, says which, and sends nothing', async () => {
		const { error } = await host().run({ rows: [...PEOPLE, BAD] }, { parameters: accountImport() });
		expect(error?.message).toBe('1 of 4 rows cannot be imported, so nothing was sent');
		expect(error?.description).toContain(`<li>${SENTENCE}.</li>`);
		expect(host().sandbox.requests).toEqual([]);
	});

	it('stops when Persona does not know the key', async () => {
		const personaApi = await host().storeCredential('Wrong key', WRONG_KEY);
		const parameters = accountImport();
		const { error, outputs } = await host().run(
			{ rows: PEOPLE },
			{ parameters, credentials: { personaApi } },
		);
		expect(outputs).toEqual([]);
		expect(error?.message).toBe(REFUSED.message);
		expect(error?.description).toContain(REFUSED.help);
		expect(JSON.stringify(error)).not.toMatch(/_unknown|crm-1|900-?12/);
	});
}
