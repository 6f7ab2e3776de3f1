import { RestError, type Request } from './rest';
import type { Credential, Workflow } from './types';

export interface Login {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/**
 * Creates the owner of a new n8n, or logs in to one that has its owner.
 *
 * @returns whether n8n knows this login
 */
export async function enterAsOwner(request: Request, login: Login): Promise<boolean> {
	const settings = await request<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
		'GET',
		'/settings',
	);
	try {
		if (settings.userManagement.showSetupOnFirstLoad) {
			await request('POST', '/owner/setup', login);
		} else {
			const { email, password } = login;
			await request('POST', '/login', { emailOrLdapLoginId: email, password });
		}
		return true;
	} catch (error) {
		if (error instanceof RestError && error.status === 401) return false;
		throw error;
	}
}

/** Creates or overwrites the credential of this name and returns the ID that n8n gave it. */
export async function saveCredential(
	request: Request,
	credential: Omit<Credential, 'id'>,
): Promise<string> {
	const all = await request<Credential[]>('GET', '/credentials');
	const found = all.find(({ name, type }) => name === credential.name && type === credential.type);
	if (found) {
		await request('PATCH', `/credentials/${found.id}`, credential);
		return found.id;
	}
	return (await request<Credential>('POST', '/credentials', credential)).id;
}

/**
 * Creates or overwrites the workflow of this ID.
 *
 * @returns the ID that it has in n8n: before version 2, n8n gives a new workflow one of its own
 */
export async function saveWorkflow(request: Request, workflow: Workflow): Promise<string> {
	const path = `/workflows/${workflow.id}`;
	const found = await request<{ isArchived: boolean }>('GET', path).catch((error: unknown) => {
		if (error instanceof RestError && error.status === 404) return undefined;
		throw error;
	});
	if (!found) return (await request<{ id: string }>('POST', '/workflows', workflow)).id;
	if (found.isArchived) await request('POST', `${path}/unarchive`, {});
	await request('PATCH', path, workflow);
	return workflow.id;
}
