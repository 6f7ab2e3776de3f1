import type { IDataObject } from 'n8n-workflow';

import type { ListType } from '../../../nodes/Persona/pipeline/columns';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputOf, runWorkflow } from '../support/engine';
import { listWorkflow } from '../support/listItems';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const REJECTED: [ListType, IDataObject, string][] = [
	[
		'emailAddress',
		{ value: 'example.com', match_type: 'email_address' },
		"column 'value': is not an email address; for domains, set 'Match Type' to Domain, or give the row the match_type domain",
	],
	[
		'emailAddress',
		{ value: 'ann@example.com', match_type: 'domain' },
		"column 'value': is not a domain such as example.com; for addresses, set 'Match Type' to Whole Address, or give the row the match_type email_address",
	],
	[
		'emailAddress',
		{ value: 'ann@example.com', match_type: 'exact' },
		"column 'match_type': is neither email_address nor domain",
	],
	[
		'geolocation',
		{ latitude: 90.1, longitude: 0, radius_meters: 1 },
		"column 'latitude': is not between -90 and 90 degrees",
	],
	[
		'geolocation',
		{ latitude: 0, longitude: -181, radius_meters: 1 },
		"column 'longitude': is not between -180 and 180 degrees",
	],
	[
		'geolocation',
		{ latitude: 0, longitude: 0, radius_meters: 0 },
		"column 'radius_meters': is not greater than zero",
	],
	[
		'geolocation',
		{ latitude: '40,7', longitude: 0, radius_meters: 1 },
		"column 'latitude': is not a number in digits with a decimal point, such as 40.7128",
	],
	[
		'governmentIdNumber',
		{ id_number: 'A1', id_class: null },
		"column 'id_class': has no value, and Persona needs one here",
	],
	['ipAddress', { value: '192.0.2.256' }, "column 'value': is not an IPv4 or IPv6 address"],
	[
		'ipAddress',
		{ value: '192.0.2.0/24' },
		"column 'value': holds a range (CIDR, with a slash); Persona's list takes single addresses",
	],
	[
		'ipAddress',
		{ value: 'fe80::1%eth0' },
		"column 'value': has a network interface (zone) after a percent sign; remove it in the source",
	],
];

describe('rows that cannot go on a list', () => {
	const good: Record<string, IDataObject> = {
		emailAddress: { value: 'good@example.com', match_type: 'email_address' },
		geolocation: { latitude: 1, longitude: 2, radius_meters: 3 },
		governmentIdNumber: { id_number: 'B2', id_class: 'pp' },
		ipAddress: { value: '192.0.2.1' },
	};

	it.each(REJECTED)('%s %j: stops the workflow and says why', async (listType, row, sentence) => {
		const workflow = listWorkflow(listType, 'lst_1', [good[listType]!, row]);
		const { error } = (await runWorkflow(workflow, access())).data.resultData;
		expect(error!.message).toBe('1 of 2 rows cannot be imported, so nothing was sent');
		expect(error!.description).toContain(`<li>Item 1, ${sentence}.</li>`);
		expect(sandbox.requests).toEqual([]);
	});

	it.each(REJECTED)(
		'%s %j: is an item of its own under Continue',
		async (listType, row, sentence) => {
			const types = {
				emailAddress: 'email-address',
				ipAddress: 'ip-address',
				governmentIdNumber: 'government-id-number',
			};
			const name = types[listType as keyof typeof types] ?? 'geolocation';
			const { id } = sandbox.addList({ type: `list/${name}` });
			const workflow = listWorkflow(listType, id, [row, good[listType]!], {
				settings: { onError: 'continueRegularOutput' },
			});
			const items = outputOf(await runWorkflow(workflow, access()));
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 1 }], { item: 0 }]);
			expect(items[1]!.json.error).toBe(`Item 0, ${sentence}`);
			await sandbox.settle();
			expect(sandbox.listItems(id)).toHaveLength(1);
		},
	);

	it('a required column that no field fits: lists the fields that were there', async () => {
		const workflow = listWorkflow('geolocation', 'lst_1', [{ lat: 40.7, lng: -74, age: 3 }]);
		const { error } = (await runWorkflow(workflow, access())).data.resultData;
		expect(error!.message).toBe("No input field fits the required column 'radius_meters'");
		expect(error!.description).toBe(
			"The fields are: lat, lng, age. Rename them to radius_meters, or set 'Mapping Column Mode' to Map Each Column Manually.",
		);
	});
});
