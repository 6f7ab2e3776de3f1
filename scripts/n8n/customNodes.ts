import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Puts nodes that only a measurement or a test needs into an n8n.
 *
 * @param folder the instance's own
 * @param nodes folder with the source of the nodes, one a file
 */
export async function installCustomNodes(folder: string, nodes: string): Promise<void> {
	await build({
		entryPoints: readdirSync(nodes).map((file) => join(nodes, file)),
		outdir: join(folder, '.n8n', 'custom'),
		bundle: true,
		platform: 'node',
		external: ['n8n-workflow'],
	});
}
