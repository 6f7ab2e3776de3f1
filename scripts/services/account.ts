import { execFileSync } from 'node:child_process';
import { StopReason } from '../shared/stop-reason';

/** Whom a service runs as; nothing in it where that is whoever runs this. */
export interface Account {
	uid?: number;
	gid?: number;
}

/** Accounts that exist where PostgreSQL is installed, and everywhere. */
const NAMES = ['postgres', 'nobody'];

/** PostgreSQL refuses to run as root, so root lends its services an account that may do little. */
export function unprivilegedAccount(): Account {
	if (process.getuid?.() !== 0) return {};
	for (const name of NAMES) {
		const [uid, gid] = ['-u', '-g'].map((flag) => numberOf(flag, name));
		if (uid && gid) return { uid, gid };
	}
	throw new StopReason(
		'PostgreSQL must not run as root, and there is no other account to run it as; run this command as another user',
	);
}

function numberOf(flag: string, name: string): number {
	try {
		return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
	} catch {
		return 0;
	}
}
