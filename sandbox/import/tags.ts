import { unprocessable } from '../http/answer';
import type { Accounts } from '../store/accounts';
import { tagsOf } from '../store/tags';
import { readColumn } from './csv';

/** Throws 422 for a file that would bring new tags where no more may be active. */
export function checkTags(file: Buffer, accounts: Accounts): void {
	const allowed = accounts.onlyTags();
	if (allowed === undefined) return;
	const tags = readColumn(file, 'tags').flatMap(tagsOf);
	if (tags.every((tag) => allowed.has(tag))) return;
	const details = `Active tags are limited to ${String(allowed.size)} per organization`;
	throw unprocessable(details, '/data/attributes/file');
}
