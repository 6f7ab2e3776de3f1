const { mkdirSync, statfsSync } = require('node:fs');
const { StopReason } = require('./stop-reason.cjs');

const GIGABYTE = 1024 ** 3;

/**
 * Makes sure that there is room before npm starts: on a full disk it goes on for many minutes, and may even report success.
 *
 * @param {string} folder
 * @param {number} gigabytes
 * @param {string} purpose what needs the room, as the subject of a sentence
 * @throws {StopReason}
 */
function requireSpace(folder, gigabytes, purpose) {
	mkdirSync(folder, { recursive: true });
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize >= gigabytes * GIGABYTE) return;
	throw new StopReason(
		`${purpose} needs ${gigabytes} GB of disk space in ${folder}; free some and run the command again`,
	);
}

module.exports = { requireSpace };
