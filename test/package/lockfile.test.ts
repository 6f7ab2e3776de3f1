import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../scripts/pack';

type Packages = Record<string, { optionalDependencies?: Record<string, string> }>;

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
	packages: Packages;
};

/** Whether a package finds another one, in its own node_modules or in one above it. */
function finds(from: string, name: string): boolean {
	for (let folder = from; ; folder = dirname(folder)) {
		if (join(folder, 'node_modules', name) in packages) return true;
		if (folder === '.') return false;
	}
}

describe('package-lock.json', () => {
	// npm leaves out what the registry at hand does not have, and `npm ci` then refuses the file where it does.
	it('names the binaries for every platform', () => {
		const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter((name) => !finds(path || '.', name)),
		);
		expect(missing).toEqual([]);
	});
});
