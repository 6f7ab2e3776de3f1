import type { IDataObject, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import {
	answerOf,
	hintsOf,
	importWorkflow,
	outputOf,
	personaRun,
	runWorkflow,
	type PersonaNode,
} from './support/engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const run = async (rows: IDataObject[], node: PersonaNode = {}) =>
	await runWorkflow(importWorkflow(rows, node), { apiKey: sandbox.apiKey, baseUrl: sandbox.url });

const byHand = (value: IDataObject, options: IDataObject = {}): IDataObject => ({
	columns: { mappingMode: 'defineBelow', value, schema: [] },
	options,
});
const snake = { parameters: { options: { keyInflection: 'snake' } } };
const metaOf = (result: Awaited<ReturnType<typeof run>>) =>
	outputOf(result)[0]!.json.meta as IDataObject;
const stopOf = (result: Awaited<ReturnType<typeof run>>) =>
	result.data.resultData.error as NodeOperationError | undefined;

const TWO_SOURCES = [
	{ 'Customer ID': 'S-1', 'First Name': 'Ann', 'Last Name': 'Lee', DOB: '1990-04-05' },
	{ customer_id: 'H-1', firstname: 'Bob', lastname: 'Ray', date_of_birth: '1958-12-31' },
	{ customer_id: 'H-2', firstname: 'Cy', lastname: 'Poe', date_of_birth: '1980-07-01' },
];

describe('mapped automatically', () => {
	it('takes the closest field of each row, and says so in meta', async () => {
		const result = await run(TWO_SOURCES, snake);
		expect(stopOf(result)).toBeUndefined();
		expect(metaOf(result)).toMatchObject({
			rows: 3,
			blank_rows: 0,
			mapping: {
				reference_id: ['Customer ID', 'customer_id'],
				name_first: ['First Name', 'firstname'],
				name_last: ['Last Name', 'lastname'],
				birthdate: ['DOB', 'date_of_birth'],
			},
			ignored_fields: [],
			passed_over_fields: [],
			warnings: [],
		});
		expect(answerOf(result)).toBe('3 rows sent; Persona is working on them');
		expect(hintsOf(result)).toEqual([]);
	});

	it("takes a contact's own ID, and names what was passed over and ignored", async () => {
		const items = [
			{ Id: '0035g1', AccountId: '0015g1', FirstName: 'Ann', LastName: 'Lee', Shoe: 4 },
			{ Id: '0035g2', AccountId: null, FirstName: 'Cy', LastName: 'Poe', Shoe: 5 },
		];
		const meta = metaOf(await run(items, snake));
		expect(meta).toMatchObject({
			mapping: { reference_id: ['Id'] },
			passed_over_fields: ['AccountId'],
			ignored_fields: ['Shoe'],
		});
	});

	it('stops where fields of one class hold different IDs', async () => {
		const items = [{ 'Customer ID': 'K-1', contact_id: 'C-1', first_name: 'Ann' }];
		const error = stopOf(await run(items));
		expect(error?.message).toMatch(
			/^The fields '.*' hold different IDs in 1 row, so nothing was sent$/,
		);
		expect(error?.message).toContain("'Customer ID'");
		expect(error?.message).toContain("'contact_id'");
		expect(sandbox.requests).toEqual([]);
	});

	it('stops where only a full name is there', async () => {
		const error = stopOf(await run([{ 'Customer ID': 'C-1', Name: 'Ann Lee', DOB: '1990-04-05' }]));
		expect(error?.message).toContain("'Name' holds whole names");
		expect(sandbox.requests).toEqual([]);
	});

	it('gives warnings on the first item only, as yellow hints too', async () => {
		const items = [
			{ ID: 'C-1', 'First Name': 'Ann', 'Second Name': 'Lee' },
			{ ID: 'C-2', 'First Name': 'Bob', 'Second Name': 'Ray' },
		];
		const result = await run(items, {
			parameters: { options: { keyInflection: 'snake', rowsPerImport: 1 } },
		});
		const [first, second] = outputOf(result).map(({ json }) => json.meta as IDataObject);
		const message = "'Second Name' was used as Last Name, because no other field is one";
		expect(first!.warnings).toEqual([
			{ code: 'secondName', column: 'name_last', count: 2, items: [0, 1], message },
		]);
		expect(second!.warnings).toEqual([]);
		expect(personaRun(result).hints).toContainEqual({
			message,
			type: 'warning',
			location: 'outputPane',
		});
	});
});

describe('mapped by hand', () => {
	const GONE = [
		{ '\ufeffContact ID': 'C-1', given: 'Ann', 'Last Name': 'Lee' },
		{ '\ufeffContact ID': 'C-2', given: 'Bob', 'Last Name': 'Ray' },
	];
	const values = {
		reference_id: '={{ $json["Contact ID"] }}',
		name_first: '={{ $json["First Name"] }}',
		name_last: '={{ $json["Last Name"] }}',
	};

	it('stops where a column is empty in every row', async () => {
		const error = stopOf(await run(GONE, { parameters: byHand(values) }));
		expect(error?.message).toBe(
			"'Reference ID' is mapped but empty in all 2 rows, so nothing was sent",
		);
		expect(error?.description).toContain("'First Name' is mapped but empty in all 2 rows.");
		expect(sandbox.requests).toEqual([]);
	});

	it('warns of it where the node may continue', async () => {
		const result = await run(GONE, {
			parameters: byHand(values, { keyInflection: 'snake' }),
			settings: { onError: 'continueRegularOutput' },
		});
		const meta = metaOf(result);
		expect(meta).toMatchObject({ rows: 2, mapping: { name_last: ['Last Name'] } });
		expect((meta.warnings as IDataObject[]).map(({ code, column }) => [code, column])).toEqual([
			['emptyColumn', 'reference_id'],
			['emptyColumn', 'name_first'],
		]);
	});

	it('stops where nothing gives a value, also beside a constant', async () => {
		const parameters = byHand({ reference_id: '={{ $json.ID }}', tags: 'crm' });
		const error = stopOf(await run([{ id: '1' }, { id: '2' }], { parameters }));
		expect(error?.message).toBe(
			"Nothing under 'Values to Send' gives a value in 2 rows, so nothing was sent",
		);
	});

	it('counts an item as blank where only a constant has a value', async () => {
		const parameters = byHand(
			{ reference_id: '={{ $json.id }}', tags: 'crm' },
			{ keyInflection: 'snake' },
		);
		const meta = metaOf(await run([{ id: 'a' }, { id: '' }], { parameters }));
		expect(meta).toMatchObject({ rows: 1, blank_rows: 1 });
	});

	it.each(['undefined', 'null', 'NaN', '[object Object]'])(
		'rejects %s in a text that an expression makes',
		async (text) => {
			const parameters = byHand({ reference_id: '={{ "crm-" + $json.id }}' });
			const result = await run([{ id: text }], { parameters });
			expect(stopOf(result)?.description).toContain(
				'has text from an expression in which a value is missing or is no text',
			);
			expect(sandbox.requests).toEqual([]);
		},
	);
});

it('refuses an option that differs from item to item', async () => {
	const options = { fileName: '={{ $json.reference_id }}.csv' };
	const error = stopOf(
		await run(
			[
				{ reference_id: 'a', name_first: 'A' },
				{ reference_id: 'b', name_first: 'B' },
			],
			{
				parameters: { options },
			},
		),
	);
	expect(error?.message).toBe(
		"'File Name' differs between items: item 1 gives another value than item 0",
	);
	expect(sandbox.requests).toEqual([]);
});
