import type { Login } from '../n8n/setup';

/** The demo's n8n listens on this machine only, so that its login is no secret. */
export const LOGIN: Login = {
	email: 'demo@persona.example',
	password: 'Persona-demo-1',
	firstName: 'Demo',
	lastName: 'Owner',
};
