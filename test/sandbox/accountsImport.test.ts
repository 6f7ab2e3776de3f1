import { importAccounts, outcomeOf, useSandbox, waitUntil } from './support';

const sandbox = useSandbox();

const COLUMNS =
	'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags';

test('the answer is a pending importer, and the file is kept byte for byte', async () => {
	const csv = `${COLUMNS}\r\na-1,Jane,Marie,Doe,1994-12-30,123-45-6789,"vip,new"\r\n`;
	const { status, json } = await importAccounts(sandbox.current, csv);
	expect(status).toBe(201);
	expect(json).toEqual({
		data: {
			type: 'importer/account',
			id: expect.stringMatching(/^mprt_/) as string,
			attributes: {
				status: 'pending',
				'created-at': expect.stringMatching(/^\d{4}-.*Z$/) as string,
				'completed-at': null,
				'error-count': 0,
				'successful-count': 0,
				'duplicate-count': 0,
			},
		},
	});
	expect(sandbox.current.csvOf(json.data.id)).toEqual(Buffer.from(csv));
	expect(sandbox.current.accounts()).toEqual([]);
});

test('once processed, the accounts hold every cell as it was', async () => {
	const csv = `${COLUMNS}\n"a,1"," Jane ","M ""x""","Doe\nline",1994-12-30,123456789,"vip, new"\n`;
	const outcome = await outcomeOf(sandbox.current, csv);
	expect(outcome).toEqual({ status: 'ready', successful: 1, errors: 0, duplicates: 0 });
	expect(sandbox.current.accounts()).toEqual([
		expect.objectContaining({
			referenceId: 'a,1',
			nameFirst: ' Jane ',
			nameMiddle: 'M "x"',
			nameLast: 'Doe\nline',
			birthdate: '1994-12-30',
			socialSecurityNumber: '123456789',
			tags: 'vip, new',
			importerId: sandbox.current.importers()[0]?.id,
		}),
	]);
});

test('columns may be few and in any order, and empty cells are null', async () => {
	await outcomeOf(sandbox.current, 'name_last,reference_id\nDoe,\n,b\n');
	const accounts = sandbox.current.accounts();
	expect(accounts.map(({ nameLast, referenceId }) => [nameLast, referenceId])).toEqual([
		['Doe', null],
		[null, 'b'],
	]);
});

test.each([
	['an unknown column', 'reference_id,email\na,b\n'],
	['a column in another casing', 'Reference_ID\na\n'],
	['a column with a blank', 'reference_id, name_first\na,b\n'],
	['a byte order mark', '\uFEFFreference_id\na\n'],
	['another delimiter', 'reference_id;name_first\na;b\n'],
	['a column twice', 'tags,tags\na,b\n'],
	['an empty column name', 'reference_id,\na,b\n'],
	['a header that cannot be parsed', '"reference_id\na\n'],
	['a file of no bytes', ''],
])('%s is a 422 that points at the file and does not repeat it', async (_, csv) => {
	const { status, json, text } = await importAccounts(sandbox.current, csv);
	expect(status).toBe(422);
	expect(json.errors).toHaveLength(1);
	expect(json.errors[0]).toMatchObject({
		title: 'Unprocessable entity',
		source: { pointer: '/data/attributes/file' },
	});
	expect(text).not.toContain('email');
	expect(sandbox.current.importers()).toEqual([]);
});

test.each([
	['a leap day', '2024-02-29', 0],
	['a day that is not there', '2023-02-29', 1],
	['a month that is not there', '2023-13-01', 1],
	['an American date', '12/30/1994', 1],
	['a date without zeros', '1994-1-2', 1],
	['a time', '1994-12-30T00:00:00Z', 1],
])('birthdate: %s', async (_, birthdate, errors) => {
	const outcome = await outcomeOf(sandbox.current, `birthdate\n${birthdate}\n`);
	expect(outcome).toEqual({ status: 'ready', successful: 1 - errors, errors, duplicates: 0 });
});

test.each([
	['123-45-6789', 0],
	['123456789', 0],
	['12345678', 1],
	['1234567890', 1],
	['123-456-789', 1],
	['123 45 6789', 1],
])('social security number %s', async (number, errors) => {
	const outcome = await outcomeOf(sandbox.current, `social_security_number\n${number}\n`);
	expect(outcome).toEqual({ status: 'ready', successful: 1 - errors, errors, duplicates: 0 });
});

test('duplicates in the file and in the environment are skipped, whatever their casing', async () => {
	sandbox.current.addAccount({ referenceId: 'Old-1' });
	const csv = 'reference_id,name_first\nold-1,x\nnew,1\nNEW,2\n,3\n,4\n';
	expect(await outcomeOf(sandbox.current, csv)).toEqual({
		status: 'ready',
		successful: 3,
		errors: 0,
		duplicates: 2,
	});
	const names = sandbox.current.accounts().map(({ nameFirst }) => nameFirst);
	expect(names).toEqual([null, '1', '3', '4']);
});

test('an account of another type is no duplicate', async () => {
	sandbox.current.addAccount({ referenceId: 'a', accountTypeName: 'Business' });
	expect(await outcomeOf(sandbox.current, 'reference_id\na\n')).toMatchObject({ successful: 1 });
});

test('a wrong row counts as an error even if it is a duplicate, and makes none', async () => {
	const csv = 'reference_id,birthdate\na,31.12.1999\nA,1999-12-31\na,never\n';
	expect(await outcomeOf(sandbox.current, csv)).toEqual({
		status: 'ready',
		successful: 1,
		errors: 2,
		duplicates: 0,
	});
});

test('a row without any value is an error', async () => {
	expect(await outcomeOf(sandbox.current, 'reference_id,tags\n,\n')).toMatchObject({ errors: 1 });
});

test.each([
	['a ragged row', Buffer.from('reference_id,tags\na,b\nc\n')],
	['a stray quote', Buffer.from('reference_id,tags\na,b"c\n')],
	['an open quote', Buffer.from('reference_id\na\n"b\n')],
	['bytes that are not UTF-8', Buffer.from('reference_id\nJos\xe9\n', 'latin1')],
])('%s makes the importer errored and stores nothing', async (_, csv) => {
	expect(await outcomeOf(sandbox.current, csv)).toEqual({
		status: 'errored',
		successful: 0,
		errors: 0,
		duplicates: 0,
	});
	expect(sandbox.current.accounts()).toEqual([]);
	expect(sandbox.current.importers()[0]?.completedAt).not.toBeNull();
});

test.each([
	['no rows', 'reference_id\n', 0],
	['no line end at the end', 'reference_id\na', 1],
	['mixed line ends', 'reference_id\r\na\nb\rc\r\n', 3],
])('%s is fine', async (_, csv, successful) => {
	expect(await outcomeOf(sandbox.current, csv)).toMatchObject({ status: 'ready', successful });
});

test('importers are processed in their order, so that the first one wins', async () => {
	await importAccounts(sandbox.current, 'reference_id,name_first\na,first\n');
	await importAccounts(sandbox.current, 'reference_id,name_first\nA,second\n');
	await sandbox.current.settle();
	expect(sandbox.current.accounts().map(({ nameFirst }) => nameFirst)).toEqual(['first']);
});

test('a hundred thousand rows are all stored', async () => {
	const rows = Array.from(
		{ length: 100_000 },
		(_, row) => `ref-${String(row)},"N ""${String(row)}"""`,
	);
	const csv = `reference_id,name_first\n${rows.join('\n')}\n`;
	expect(await outcomeOf(sandbox.current, csv)).toMatchObject({ successful: 100_000 });
	expect(sandbox.current.accounts().at(-1)).toMatchObject({ nameFirst: 'N "99999"' });
});

test.each([
	['waits', 0],
	['stores its rows', 1],
])('a reset while an importer %s leaves nothing behind', async (_, stored) => {
	const rows = Array.from({ length: 20_000 }, (_row, index) => `ref-${String(index)}`);
	await importAccounts(sandbox.current, `reference_id\n${rows.join('\n')}\n`);
	const settled = sandbox.current.settle();
	if (stored > 0) await waitUntil(() => sandbox.current.accounts().length >= stored);
	sandbox.current.reset();
	await settled;
	expect(sandbox.current.accounts()).toEqual([]);
	expect(sandbox.current.importers()).toEqual([]);
});
