import { fetchAccountType } from '../../../nodes/Persona/transport/accountTypes';
import { openClient, type Script } from '../support/context';

const TYPE = { type: 'account-type', id: 'acttp_1', attributes: { name: 'Driver' } };

async function ask(script: Script, id = 'acttp_1') {
	const { client, context } = await openClient(script);
	const asked = fetchAccountType(client, id, { 'X-Test': 'a' }, ['Called for the fields.']);
	return { asked, requests: context.requests };
}

test('an account type is fetched by its ID', async () => {
	const { asked, requests } = await ask([{ status: 200, body: { data: TYPE } }], 'acttp_1/x');
	expect(await asked).toEqual(TYPE);
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		method: 'GET',
		url: 'https://api.withpersona.com/api/v1/account-types/acttp_1%2Fx',
		headers: { 'X-Test': 'a' },
		qs: {},
	});
});

test('a key that may not read account types is told from one that is wrong', async () => {
	const { asked } = await ask([{ status: 403, body: { errors: [] } }]);
	expect(await asked).toBeUndefined();
	const other = await ask([{ status: 401, body: { errors: [] } }]);
	await expect(other.asked).rejects.toMatchObject({ httpCode: '401' });
});

test('what to do about an ID that does not exist', async () => {
	const { asked } = await ask([{ status: 404, body: { errors: [] } }]);
	await expect(asked).rejects.toMatchObject({
		message: 'Persona has no account type with this ID (HTTP 404)',
		description:
			"Check 'Account Type ID': it starts with acttp_, and the Persona dashboard shows it. A sandbox key cannot see what belongs to production, and a production key cannot see what belongs to the sandbox. Called for the fields.",
		failure: { cause: 'configuration-invalid' },
	});
});

test('an answer that is no account type says so', async () => {
	const { asked } = await ask([{ status: 200, body: '<html>' }]);
	await expect(asked).rejects.toMatchObject({ httpCode: '200' });
});
