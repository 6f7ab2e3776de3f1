import { createRequire } from 'node:module';

// n8n-core brings copies of its own of the packages that hold its services; these are the ones that the engine uses.
const requireFromCore = createRequire(require.resolve('n8n-core'));

export const { Container } = requireFromCore('@n8n/di') as typeof import('@n8n/di');

export const { Logger } = requireFromCore(
	'@n8n/backend-common',
) as typeof import('@n8n/backend-common');
