import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LOOPBACK } from '../shared/ports';
import type { N8n } from './install';

/** What n8n takes over from the machine. Everything else would let a user's own n8n settings change what is tested. */
const INHERITED = [
	'HOME',
	'LANG',
	'LC_ALL',
	'TZ',
	'TMPDIR',
	'NODE_EXTRA_CA_CERTS',
	'HTTP_PROXY',
	'HTTPS_PROXY',
	'http_proxy',
	'https_proxy',
];

/** An n8n that talks to nobody but the one who runs it. */
const SETTINGS = {
	N8N_LISTEN_ADDRESS: LOOPBACK,
	N8N_HOST: LOOPBACK,
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	NO_PROXY: `${LOOPBACK},localhost`,
	no_proxy: `${LOOPBACK},localhost`,
};

/** Asks n8n's own servers for a list at every start. */
const CURIOUS_MODULE = 'mcp-registry';

export interface InstanceOptions {
	/** Folder that holds all of the instance's state. */
	folder: string;
	/** The one folder whose files workflows may read. */
	files?: string;
	/** Variables of n8n's own that differ. */
	settings?: Readonly<Record<string, string>>;
}

/** The environment of one n8n instance, without anything of the user's own n8n. */
export function environmentOf(
	n8n: N8n,
	{ folder, files, settings }: InstanceOptions,
): NodeJS.ProcessEnv {
	const inherited = INHERITED.map((name) => [name, process.env[name]] as const);
	return {
		...Object.fromEntries(inherited.filter(([, value]) => value !== undefined)),
		...SETTINGS,
		...(hasModule(n8n, CURIOUS_MODULE) && { N8N_DISABLED_MODULES: CURIOUS_MODULE }),
		PATH: [n8n.node.bin, process.env.PATH].join(delimiter),
		N8N_USER_FOLDER: folder,
		...(files && { N8N_RESTRICT_FILE_ACCESS_TO: files }),
		...settings,
	};
}

/** An n8n that does not have a module refuses to start when it is told to leave it out. */
function hasModule({ command }: N8n, name: string): boolean {
	return existsSync(join(command, '..', '..', 'dist', 'modules', name));
}
