import { mkdirSync, statfsSync } from 'node:fs';
import { StopReason } from './stop-reason';

const GIGABYTE = 1024 ** 3;

/**
 * Makes sure that there is room before npm starts: on a full disk it goes on for many minutes, and may even report success.
 *
 * @param purpose what needs the room, as the subject of a sentence
 * @throws StopReason when there is less than `gigabytes` on the disk of `folder`
 */
export function requireSpace(folder: string, gigabytes: number, purpose: string): void {
	mkdirSync(folder, { recursive: true });
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize >= gigabytes * GIGABYTE) return;
	throw new StopReason(
		`${purpose} needs ${gigabytes} GB of disk space in ${folder}; free some and run the command again`,
	);
}
