import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StopReason } from '../shared/stop-reason';

/**
 * The path of a program that has to be installed on the machine.
 *
 * @param folders where it may be, beside the folders of PATH
 * @param debianPackage what brings it along on Debian
 */
export function requireProgram(
	label: string,
	name: string,
	debianPackage: string,
	folders: readonly string[] = [],
): string {
	const path = (process.env.PATH ?? '').split(delimiter);
	const found = [...folders, ...path]
		.map((folder) => join(folder, name))
		.find((file) => existsSync(file));
	if (found) return found;
	throw new StopReason(
		`The queue mode tests need ${label}, and '${name}' is not there: install it (on Debian with apt-get install ${debianPackage}) and run the command again`,
	);
}
