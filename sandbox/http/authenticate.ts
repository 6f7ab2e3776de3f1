import { API_KEY_PREFIX } from '../choices';
import { ApiError } from './answer';

/**
 * The API key of an Authorization header.
 * Throws 401 with the two titles that Persona documents for a missing and for a wrong key.
 */
export function authenticate(authorization: string | undefined): string {
	const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
	if (key === undefined) {
		throw new ApiError(401, 'Must be authenticated to access this endpoint');
	}
	if (!key.startsWith(API_KEY_PREFIX) || key.length === API_KEY_PREFIX.length) {
		throw new ApiError(401, 'Token is invalid');
	}
	return key;
}
