/** Something that the person at the keyboard can fix, told in one sentence. Never shown with a stack. */
export class StopReason extends Error {}

const FILE_SYSTEM_REASONS: Readonly<Record<string, string>> = {
	ENOSPC: 'The disk is full; free some space and run the command again',
	EDQUOT: 'The disk quota is used up; free some space and run the command again',
	EACCES:
		'There is no permission to write to this place; change its permissions and run the command again',
	EPERM:
		'There is no permission to write to this place; change its permissions and run the command again',
	ENOTDIR: 'A file stands where a folder is needed',
	EROFS: 'This place is read-only; choose another one and run the command again',
};

/** What to print for a failure: one sentence where a person can do something about it, the stack where only a developer can. */
export function explain(error: unknown): string {
	if (error instanceof StopReason) return error.message;
	if (!(error instanceof Error)) return String(error);
	const { code, path, port } = error as NodeJS.ErrnoException & { port?: number };
	if (code === 'EADDRINUSE')
		return `Port ${port} is in use; stop what uses it or choose another port`;
	const reason = FILE_SYSTEM_REASONS[code ?? ''];
	if (reason) return path ? `${reason}: ${path}` : reason;
	return error.stack ?? error.message;
}
