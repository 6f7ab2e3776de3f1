import type { StoredList } from '../../sandbox';
import { form, get, post, processed, useSandbox } from './support';

const sandbox = useSandbox();

interface Kind {
	path: string;
	name: string;
	header: string;
	good: string[];
	bad: string[];
}

const KINDS: Kind[] = [
	{
		path: 'email-addresses',
		name: 'email-address',
		header: 'value,match_type',
		good: ['a@b.example,email_address', 'b.example,domain'],
		bad: ['b.example,email_address', 'a@b.example,domain', 'a@b.example,', ',domain', 'x,exact'],
	},
	{
		path: 'geolocations',
		name: 'geolocation',
		header: 'latitude,longitude,radius_meters',
		good: ['90,-180,0.5', '-40.7128,74.0060,200'],
		bad: ['90.1,0,1', '0,180.1,1', '0,0,0', '0,0,-1', 'north,0,1', '0,0,', '1e1,0,1'],
	},
	{
		path: 'government-id-numbers',
		name: 'government-id-number',
		header: 'id_number,id_class',
		good: ['A123,pp', '007,dl'],
		bad: ['A123,', ',pp'],
	},
	{
		path: 'ip-addresses',
		name: 'ip-address',
		header: 'value',
		good: ['192.0.2.1', '2001:db8::1'],
		bad: ['192.0.2.256', '192.0.2.0/24', 'example.org', 'fe80::1%eth0'],
	},
	{
		path: 'names',
		name: 'name',
		header: 'name_first,name_last',
		good: ['Zoë,Ñandú', 'Prince,', ',Nguyễn'],
		bad: [','],
	},
	{
		path: 'phone-numbers',
		name: 'phone-number',
		header: 'value',
		good: ['+1234567890', '(415) 555-1234'],
		bad: ['12345', '+1 234 call me', '1234567890123456'],
	},
];

function listOf(kind: Kind): StoredList {
	return sandbox.current.addList({ type: `list/${kind.name}` });
}

function importItems(kind: Kind, csv: string, listId?: string) {
	return post(sandbox.current, `/importer/list-item/${kind.path}`, form(csv, listId));
}

describe.each(KINDS)('$path', (kind) => {
	const csvOf = (rows: string[]) => `${kind.header}\n${rows.join('\n')}\n`;

	test('good rows are on the list, bad rows are counted', async () => {
		const list = listOf(kind);
		const { status, json } = await importItems(kind, csvOf([...kind.good, ...kind.bad]), list.id);
		expect({ status, type: json.data.type }).toEqual({
			status: 201,
			type: `importer/list-item/${kind.name}`,
		});
		expect(await processed(sandbox.current, json.data.id)).toEqual({
			status: 'ready',
			successful: kind.good.length,
			errors: kind.bad.length,
			duplicates: 0,
		});
		const items = sandbox.current.listItems(list.id);
		expect(items.map(({ values }) => Object.values(values).join(','))).toEqual(kind.good);
		expect(sandbox.current.importers()[0]).toMatchObject({ listId: list.id });
	});

	test('the same values again are duplicates, in this list only', async () => {
		const [list, other] = [listOf(kind), listOf(kind)];
		const [row = ''] = kind.good;
		await importItems(kind, csvOf([row]), list.id);
		const again = await importItems(
			kind,
			csvOf([row, row.toUpperCase().replace('EMAIL_ADDRESS', 'email_address')]),
			list.id,
		);
		const elsewhere = await importItems(kind, csvOf([row]), other.id);
		expect(await processed(sandbox.current, again.json.data.id)).toMatchObject({ duplicates: 2 });
		expect(await processed(sandbox.current, elsewhere.json.data.id)).toMatchObject({
			successful: 1,
		});
	});

	test('a wrong list is refused: none, unknown, of another type, archived', async () => {
		const csv = csvOf(kind.good);
		const other = sandbox.current.addList({ type: 'list/country' });
		const archived = sandbox.current.addList({
			type: `list/${kind.name}`,
			status: 'archived',
		});
		const replies = await Promise.all([
			importItems(kind, csv),
			importItems(kind, csv, 'lst_unknown'),
			importItems(kind, csv, other.id),
			importItems(kind, csv, archived.id),
		]);
		expect(replies.map(({ status }) => status)).toEqual([400, 404, 422, 422]);
		expect(replies.map(({ json }) => json.errors[0]?.details)).toEqual([
			'data.attributes.list-id is missing',
			'data.attributes.list_id is not found',
			`List must be of type list/${kind.name}`,
			'List is archived',
		]);
	});

	test('a column of another importer is a 422', async () => {
		const { status } = await importItems(kind, 'reference_id\na\n', listOf(kind).id);
		expect(status).toBe(422);
	});
});

test('an address may have blanks in quotes', async () => {
	const list = sandbox.current.addList({ type: 'list/email-address' });
	const [emails] = KINDS as [Kind];
	const csv = 'value,match_type\n"""a b""@c.example",email_address\na b@c.example,email_address\n';
	const { json } = await importItems(emails, csv, list.id);
	expect(await processed(sandbox.current, json.data.id)).toMatchObject({
		successful: 1,
		errors: 1,
	});
});

test('a column that every row needs must be there', async () => {
	const list = sandbox.current.addList({ type: 'list/email-address' });
	const [emails] = KINDS as [Kind];
	const { status, json } = await importItems(emails, 'value\na@b.example\n', list.id);
	expect({ status, details: json.errors[0]?.details }).toEqual({
		status: 422,
		details: 'Columns are missing: match_type',
	});
});

test('base64-JSON takes the list ID next to the file', async () => {
	const list = sandbox.current.addList({ type: 'list/name' });
	const file = { data: Buffer.from('name_first\nAda\n').toString('base64') };
	const body = JSON.stringify({ data: { attributes: { file, 'list-id': list.id } } });
	const { status } = await post(sandbox.current, '/importer/list-item/names', body);
	await sandbox.current.settle();
	expect(status).toBe(201);
	expect(sandbox.current.listItems(list.id)).toMatchObject([{ values: { name_first: 'Ada' } }]);
});

test('lists are listed newest first and filtered by status, and found by ID', async () => {
	const active = sandbox.current.addList({ name: 'A', type: 'list/name' });
	const archived = sandbox.current.addList({ name: 'B', status: 'archived' });
	const idsOf = async (query: string) =>
		(await get(sandbox.current, `/lists${query}`)).json.data.map(({ id }) => id);
	expect(await idsOf('')).toEqual([archived.id, active.id]);
	expect(await idsOf('?filter[status]=active')).toEqual([active.id]);
	expect(await idsOf('?filter[status]=archived')).toEqual([archived.id]);
	expect((await get(sandbox.current, '/lists?filter[status]=new')).status).toBe(400);
	expect((await get(sandbox.current, '/lists/lst_unknown')).status).toBe(404);
	expect((await get(sandbox.current, `/lists/${active.id}`)).json.data).toEqual({
		type: 'list/name',
		id: active.id,
		attributes: {
			name: 'A',
			status: 'active',
			'archived-at': null,
			'created-at': active.createdAt,
			'updated-at': active.updatedAt,
		},
		relationships: { 'list-items': { data: [] } },
	});
});
