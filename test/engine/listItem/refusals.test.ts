import type { IDataObject, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { runWorkflow, type PersonaNode } from '../support/engine';
import { listWorkflow } from '../support/listItems';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const IP_ROWS = [{ value: '192.0.2.1' }, { value: '192.0.2.2' }];

async function errorOf(listId: string, rows: IDataObject[] = IP_ROWS, node?: PersonaNode) {
	const run = await runWorkflow(listWorkflow('ipAddress', listId, rows, node), access());
	return run.data.resultData.error as NodeApiError | NodeOperationError;
}

describe('the list itself', () => {
	it('that does not exist: says so and names the field', async () => {
		const error = await errorOf('lst_unknown');
		expect(error.message).toBe("Persona does not find the list in 'List' (HTTP 404)");
		expect(error.description).toMatch(
			/^Persona says: Record not found: .*list_id is not found\. Choose the list again, or check its ID\. A sandbox key cannot see the lists of production, and a production key cannot see the lists of the sandbox\. Persona gives .* Once per Execution\. Request ID for Persona's support: req_\w+$/,
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([
		[{ type: 'list/name' }, 'List must be of type list/ip-address (/data/attributes/list-id)'],
		[
			{ type: 'list/ip-address', status: 'archived' as const },
			'List is archived (/data/attributes/list-id)',
		],
	])("%j: shows Persona's words and what to look at", async (list, said) => {
		const error = await errorOf(sandbox.addList(list).id);
		expect(error.message).toBe('Persona did not accept the file for this list (HTTP 422)');
		expect(error.description).toContain(
			`Persona says: Unprocessable entity: ${said}. Check that the list in 'List'`,
		);
	});

	it('in conflict: points at the lists of the dashboard', async () => {
		sandbox.faults.add({ kind: 'status', status: 409 });
		const error = await errorOf(sandbox.addList({ type: 'list/ip-address' }).id);
		expect(error.message).toBe(
			'Persona reports a conflict with data that it already has (HTTP 409)',
		);
		expect(error.description).toContain('Somebody may be changing the same list');
	});

	it('with an outcome that nobody knows: points there as well', async () => {
		sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite' });
		const error = await errorOf(sandbox.addList({ type: 'list/ip-address' }).id, IP_ROWS, {
			parameters: { options: { idempotency: 'none' } },
		});
		expect(error.description).toContain(
			'Look in the Persona dashboard under Lists whether they arrived before you send them again.',
		);
	});

	it.each(['  ', '={{ $json.list }}'])('not chosen (%j): sends nothing', async (listId) => {
		const error = await errorOf(listId);
		expect(error.message).toBe("No list is chosen in 'List'");
		expect(error.description).toBe(
			"Choose one from the list, or set 'List' to By ID and give its ID.",
		);
		expect(sandbox.requests).toEqual([]);
	});

	it('of a type that the node does not know: sends nothing', async () => {
		const error = await errorOf('lst_1', IP_ROWS, { parameters: { listType: 'country' } });
		expect(error.message).toBe("'List Type' is set to something that it does not offer");
		expect(sandbox.requests).toEqual([]);
	});
});

describe('a list that is named by an expression', () => {
	const rows = (...lists: string[]) =>
		lists.map((list, index) => ({ value: `192.0.2.${index}`, list }));

	it.each(['={{ $json.list }}', '={{ $json.list.trim() }}'])(
		'%s: one for all is fine',
		async (expression) => {
			const { id } = sandbox.addList({ type: 'list/ip-address' });
			expect(await errorOf(expression, rows(id, ` ${id} `, id))).toBeUndefined();
			expect(sandbox.importers()).toMatchObject([{ listId: id }]);
		},
	);

	it.each(['={{ $json.list }}', '={{ $json["list"] }}'])(
		'%s: several are refused',
		async (expression) => {
			const error = await errorOf(expression, rows('lst_1', 'lst_1', 'lst_2'));
			expect(error.message).toBe(
				"The items name more than one list in 'List': item 2 another than item 0",
			);
			expect(error.description).toContain('One run fills one list.');
			expect(sandbox.requests).toEqual([]);
		},
	);

	it('that looks at the first item only is not read again', async () => {
		const { id } = sandbox.addList({ type: 'list/ip-address' });
		const expression = "={{ $('CRM').first().json.list }}";
		expect(await errorOf(expression, rows(id, 'lst_other'))).toBeUndefined();
		expect(sandbox.importers()).toMatchObject([{ listId: id }]);
	});
});
