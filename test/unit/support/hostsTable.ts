import { HOSTS, type Host } from '../../../scripts/n8n/versions';
import { markdownTable } from '../../shared/generated';

const LAYOUTS: Record<Host['layout'], string> = {
	npm: 'npm',
	pnpm: "pnpm, as in n8n's Docker image",
};

function differencesOf({ keepsFilesInMemory }: Host): string {
	return keepsFilesInMemory ? 'Keeps files in memory by default' : '';
}

/** The versions of n8n in which `npm run test:versions` installs and runs the node, one line each. */
export function hostsTable(): string {
	const versions = [...new Set(HOSTS.map(({ version }) => version))];
	const lines = versions.map((version) => {
		const hosts = HOSTS.filter((host) => host.version === version);
		const [host] = hosts;
		const layouts = hosts.map(({ layout }) => LAYOUTS[layout]).join('; ');
		return [version, host!.nodes[0], layouts, differencesOf(host!)];
	});
	return markdownTable(['n8n', 'Node.js', 'Installed with', 'What is different'], lines);
}
