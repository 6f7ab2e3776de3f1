import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeExecutionData } from 'n8n-workflow';
import { EXAMPLE_FILES, readExamples } from '../../scripts/start/examples';
import {
	CREDENTIAL_ID,
	newInstance,
	RUN_LIMIT,
	SETUP_LIMIT,
	type Instance,
} from './support/instance';
import type { Live } from './support/live';

jest.setTimeout(RUN_LIMIT);

/** How often a browser may ask whether n8n is ready, in milliseconds. */
const LOOK_AGAIN = 200;

const CRM_HEADER = { 'x-crm-secret': 'only the CRM knows' };
const COLLEAGUE = { user: 'colleague', password: 'let me in' };

/** What the examples ask a user to create: who may send something. */
const CREDENTIALS = [
	{
		id: 'crmHeaderDemo',
		name: 'Header of the CRM',
		type: 'httpHeaderAuth',
		data: { name: 'x-crm-secret', value: CRM_HEADER['x-crm-secret'] },
	},
	{ id: 'csvFilePageDemo', name: 'Page for CSV files', type: 'httpBasicAuth', data: COLLEAGUE },
];

describe('examples that wait for somebody, in a real n8n', () => {
	let instance: Instance;
	let live: Live;

	beforeAll(async () => {
		instance = await newInstance(CREDENTIALS);
		const { all } = readExamples(CREDENTIAL_ID);
		// The example that waits for Persona is in trigger/example.ts.
		const waiting = all.filter(({ nodes }) =>
			nodes.some(({ webhookId, type }) => webhookId && !type.endsWith('.personaTrigger')),
		);
		expect(waiting.map(({ id }) => id)).toEqual(['personaCsvFile01', 'personaAccountIds']);
		live = await instance.goLive(waiting);
	}, SETUP_LIMIT);

	beforeEach(() => instance.sandbox.reset());

	afterAll(async () => {
		await live.stop();
		await instance.close();
	});

	describe('a CRM that sends contacts', () => {
		const send = async (body: object, headers: Record<string, string> = CRM_HEADER) => {
			const response = await live.send('/webhook/crm-contacts', {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: JSON.stringify(body),
			});
			return { status: response.status, answer: await response.text() };
		};

		const looksAtAccounts = () =>
			instance.sandbox.requests.filter(({ path }) => path === '/accounts').length;

		const contact = (ContactId: string, DateOfBirth: string) => ({
			ContactId,
			FirstName: 'Zoë',
			DateOfBirth,
		});

		it('is answered at once, and gets the account ID of each contact later', async () => {
			const known = instance.sandbox.addAccount({ referenceId: 'KNOWN' });
			const { status, answer } = await send({
				contacts: [
					contact('new-1', '1990-01-31'),
					contact('bad', '1990-02-31'),
					contact('known', ''),
					contact('new-2', ''),
				],
			});
			// The second look at the accounts comes when Persona has finished.
			expect(looksAtAccounts()).toBeLessThan(2);
			expect([status, JSON.parse(answer)]).toEqual([202, { accepted: 4 }]);
			const outputOf = await live.newest('personaAccountIds');
			const json = (items: INodeExecutionData[]) => items.map((item) => item.json);
			const idOf = (id: string) =>
				instance.sandbox.accounts().find(({ referenceId }) => referenceId === id)?.id;
			expect(json(outputOf('Update the contact in the CRM'))).toEqual([
				{ ContactId: 'new-1', PersonaAccountId: idOf('new-1'), PersonaOutcome: 'created' },
				{ ContactId: 'known', PersonaAccountId: known.id, PersonaOutcome: 'alreadyExisted' },
				{ ContactId: 'new-2', PersonaAccountId: idOf('new-2'), PersonaOutcome: 'created' },
			]);
			expect(json(outputOf('Flag the contact in the CRM'))).toEqual([
				{
					ContactId: 'bad',
					PersonaReason:
						"Item 1, column 'birthdate' (your field 'DateOfBirth'): is not a day that exists in the calendar",
				},
			]);
			expect(idOf('new-1')).toMatch(/^act_/);
			expect(looksAtAccounts()).toBe(2);
		});

		it('is told when it sends something else', async () => {
			const { status, answer } = await send({ contact: contact('new-1', '') });
			expect([status, JSON.parse(answer)]).toEqual([
				400,
				{ message: "The body needs a list 'contacts'" },
			]);
			await live.newest('personaAccountIds');
			expect(instance.sandbox.requests).toEqual([]);
		});

		it('is turned away without its header', async () => {
			const { status } = await send({ contacts: [contact('new-1', '')] }, {});
			expect(status).toBe(403);
			expect(instance.sandbox.requests).toEqual([]);
		});
	});

	describe('a colleague with a CSV file', () => {
		const basic = Buffer.from(`${COLLEAGUE.user}:${COLLEAGUE.password}`).toString('base64');

		async function handIn(name: string, headers = { authorization: `Basic ${basic}` }) {
			const file = readFileSync(join(EXAMPLE_FILES, name));
			const body = new FormData();
			body.append('field-0', new File([file], name, { type: 'text/csv' }));
			const { nodes } = readExamples(CREDENTIAL_ID).all.find(
				({ id }) => id === 'personaCsvFile01',
			)!;
			const form = nodes.find(({ type }) => type.endsWith('.formTrigger'));
			return await live.send(`/form/${form!.webhookId}`, { method: 'POST', headers, body });
		}

		/** The page at the end of the form, which the browser asks for once n8n is ready. */
		async function pageAfter(response: Response): Promise<string> {
			const { formWaitingUrl } = (await response.json()) as { formWaitingUrl: string };
			const { pathname, search } = new URL(formWaitingUrl);
			for (let status = ''; status !== 'form-waiting'; await sleep(LOOK_AGAIN)) {
				status = await (await live.send(`${pathname}/n8n-execution-status${search}`)).text();
				if (/error|crashed|null/.test(status)) throw new Error(`The execution is ${status}`);
			}
			const page = await (await live.send(pathname + search)).text();
			return page.replace(/&#x27;|&#39;/g, "'");
		}

		it('sees how many people were imported', async () => {
			const page = await pageAfter(await handIn('accounts.csv'));
			expect(page).toContain('Imported');
			expect(page).toContain(
				'Persona imported 271 people, skipped 0 that it already had, and rejected 0.',
			);
			expect(instance.sandbox.accounts()).toHaveLength(271);
			const [importer] = instance.sandbox.importers();
			const rows = (text: string) => text.split('\r\n').slice(1);
			expect(rows(instance.sandbox.csvOf(importer!.id).toString())).toEqual(
				rows(readFileSync(join(EXAMPLE_FILES, 'accounts.csv'), 'utf8')),
			);
		});

		it('sees what is wrong with the file', async () => {
			const page = await pageAfter(await handIn('crm-contacts.csv'));
			expect(page).toContain('Nothing was imported');
			expect(page).toContain("The file has 8 columns that Persona does not take: 'Email', 'Phone'");
			expect(instance.sandbox.requests).toEqual([]);
		});

		it('is turned away without name and password', async () => {
			const response = await handIn('accounts.csv', { authorization: '' });
			expect(response.status).toBe(401);
			expect(instance.sandbox.requests).toEqual([]);
		});
	});
});
