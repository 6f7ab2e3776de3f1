import type { Credential } from '../n8n/types';
import { LOGIN } from './login';
import type { Persona } from './persona';

type NewCredential = Omit<Credential, 'id'>;

/** The name that the examples know the credential of the Persona node by. */
export const CREDENTIAL_NAME = 'Persona API';

/** The header with which a CRM shows to an example's webhook who it is. */
export const CRM_HEADER = { name: 'X-CRM-Secret', value: 'persona-demo' };

/**
 * What the example workflows need, under the names that they know it by. The page for CSV files asks for the editor's own
 * login. A key for a language model is nobody's to give away, so the AI agent gets none.
 */
export function exampleCredentials({ apiKey, baseUrl }: Persona): NewCredential[] {
	const { email: user, password } = LOGIN;
	return [
		{ name: CREDENTIAL_NAME, type: 'personaApi', data: { apiKey, baseUrl } },
		{ name: 'Page for CSV files', type: 'httpBasicAuth', data: { user, password } },
		{ name: 'Header of the CRM', type: 'httpHeaderAuth', data: CRM_HEADER },
	];
}
