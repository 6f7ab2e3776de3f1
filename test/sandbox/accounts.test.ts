import { get, useSandbox } from './support';

const sandbox = useSandbox();

const JANE = {
	referenceId: 'Jane-1',
	nameFirst: 'Jane',
	nameMiddle: 'Marie',
	nameLast: 'Doe',
	birthdate: '1994-12-30',
	socialSecurityNumber: '123-45-6789',
	tags: 'vip, new one,,',
};

const FIELDS = {
	name: {
		type: 'hash',
		value: {
			first: { type: 'string', value: 'Jane' },
			middle: { type: 'string', value: 'Marie' },
			last: { type: 'string', value: 'Doe' },
		},
	},
	birthdate: { type: 'date', value: '1994-12-30' },
	social_security_number: { type: 'string', value: '123-45-6789' },
};

test('an account has its personal data in fields only', async () => {
	const account = sandbox.current.addAccount(JANE);
	expect((await get(sandbox.current, `/accounts/${account.id}`)).json).toEqual({
		data: {
			type: 'account',
			id: account.id,
			attributes: {
				'reference-id': 'Jane-1',
				'account-type-name': 'User',
				'account-status': 'active',
				'created-at': account.createdAt,
				'updated-at': account.createdAt,
				'redacted-at': null,
				fields: FIELDS,
				tags: ['vip', 'new one'],
			},
			relationships: {
				'account-type': {
					data: { type: 'account-type', id: expect.stringMatching(/^acttp_/) as string },
				},
			},
		},
	});
});

test('before 2025-10-27 it has them as attributes too, and includes its type', async () => {
	const { id } = sandbox.current.addAccount(JANE);
	const headers = { 'persona-version': '2023-01-05' };
	const { data, included } = (await get(sandbox.current, `/accounts/${id}`, headers)).json;
	expect(data.attributes).toMatchObject({
		fields: FIELDS,
		'name-first': 'Jane',
		'name-middle': 'Marie',
		'name-last': 'Doe',
		birthdate: '1994-12-30',
		'social-security-number': '123-45-6789',
		'email-address': null,
		'identification-numbers': {},
	});
	expect(included).toMatchObject([{ type: 'account-type', attributes: { name: 'User' } }]);
});

test('include brings in the account type, and nothing for other paths', async () => {
	const { id } = sandbox.current.addAccount(JANE);
	const includedBy = async (query: string) =>
		(await get(sandbox.current, `/accounts/${id}?${query}`)).json.included;
	expect(await includedBy('include=account-type')).toMatchObject([{ type: 'account-type' }]);
	expect(await includedBy('include=account_type,inquiries')).toHaveLength(1);
	expect(await includedBy('include=')).toEqual([]);
	expect(await includedBy('')).toBeUndefined();
});

test('reference IDs are filtered in any casing, one or a list of them, in every type', async () => {
	const first = sandbox.current.addAccount({ referenceId: 'A' });
	const other = sandbox.current.addAccount({ referenceId: 'b' });
	const twin = sandbox.current.addAccount({ referenceId: 'a', accountTypeName: 'Business' });
	sandbox.current.addAccount({ referenceId: 'c' });
	const idsOf = async (filter: string) => {
		const query = `filter[reference-id]=${encodeURIComponent(filter)}`;
		return (await get(sandbox.current, `/accounts?${query}`)).json.data.map(({ id }) => id);
	};
	expect(await idsOf('a')).toEqual([twin.id, first.id]);
	expect(await idsOf('B,A')).toEqual([twin.id, other.id, first.id]);
	expect(await idsOf('a,A')).toEqual([twin.id, first.id]);
	expect(await idsOf('d')).toEqual([]);
	expect(await idsOf('')).toEqual([]);
});

test('sparse fieldsets select attributes of accounts and of importers', async () => {
	sandbox.current.addAccount(JANE);
	sandbox.current.addImporter({ status: 'ready', successfulCount: 3 });
	const attributesOf = async (path: string, headers = {}) =>
		(await get(sandbox.current, path, headers)).json.data[0]?.attributes;
	const accounts = await attributesOf('/accounts?fields[account]=reference-id,unknown');
	expect(accounts).toEqual({ 'reference-id': 'Jane-1' });
	expect(await attributesOf('/accounts?fields[account]=referenceId')).toEqual(accounts);
	expect(await attributesOf('/accounts?fields[account]=reference_id')).toEqual(accounts);
	expect(await attributesOf('/accounts?fields[account]=')).toEqual({});
	expect(await attributesOf('/accounts?fields[importer]=status')).toHaveProperty('fields');
	const importer = { status: 'ready', 'successful-count': 3 };
	const wanted = 'status,successful-count';
	expect(await attributesOf(`/importers?fields[importer]=${wanted}`)).toEqual(importer);
	expect(await attributesOf(`/importers?fields[importer/account]=${wanted}`)).toEqual(importer);
});

test.each(['addressStreet1', 'address_street_1', 'address-street-1'])(
	'the fieldset %s selects address-street-1',
	async (name) => {
		sandbox.current.addAccount(JANE);
		const headers = { 'persona-version': '2023-01-05' };
		const { json } = await get(sandbox.current, `/accounts?fields[account]=${name}`, headers);
		expect(json.data[0]?.attributes).toEqual({ 'address-street-1': null });
	},
);

test('before 2025-10-27 a fieldset needs the whole type', async () => {
	sandbox.current.addImporter();
	const attributesOf = async (type: string) => {
		const headers = { 'persona-version': '2023-01-05' };
		const { json } = await get(sandbox.current, `/importers?fields[${type}]=status`, headers);
		return Object.keys(json.data[0]?.attributes ?? {});
	};
	expect(await attributesOf('importer/account')).toEqual(['status']);
	expect(await attributesOf('importer')).toHaveLength(6);
});

test('an unknown ID is a 404 with a title only', async () => {
	for (const path of ['/accounts/act_unknown', '/importers/mprt_unknown']) {
		const { status, json } = await get(sandbox.current, path);
		expect({ status, json }).toEqual({
			status: 404,
			json: { errors: [{ title: 'Record not found' }] },
		});
	}
});

test('an importer includes nothing, and says so only when asked', async () => {
	const { id } = sandbox.current.addImporter();
	expect((await get(sandbox.current, `/importers/${id}?include=`)).json.included).toEqual([]);
	expect((await get(sandbox.current, `/importers/${id}`)).json).not.toHaveProperty('included');
});
