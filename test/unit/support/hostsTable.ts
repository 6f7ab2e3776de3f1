import { HOSTS, type Host } from '../../../scripts/n8n/versions';
import { markdownTable } from '../../shared/generated';

const LAYOUTS: Record<Host['layout'], string> = {
	npm: 'npm',
	pnpm: "pnpm, as in n8n's Docker image",
};

function remarksOn({ keepsFilesInMemory }: Host): string {
	return keepsFilesInMemory
		? 'Keeps files in memory unless `N8N_DEFAULT_BINARY_DATA_MODE` is set.'
		: '';
}

/** The versions of n8n in which `npm run test:versions` installs and runs the node. */
export function hostsTable(): string {
	return markdownTable(
		['n8n', 'Node.js', 'Installed by', 'Loads', 'Runs', 'Remarks'],
		HOSTS.map((host) => {
			const { version, nodes, layout } = host;
			return [version, String(nodes[0]), LAYOUTS[layout], 'yes', 'yes', remarksOn(host)];
		}),
	);
}
