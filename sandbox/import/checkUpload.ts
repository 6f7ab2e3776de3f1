import { UNFIT_LIST_STATUS, UNKNOWN_LIST_STATUS } from '../choices';
import { ApiError, notFound, unprocessable } from '../http/answer';
import type { State } from '../state';
import type { Lists } from '../store/lists';
import { readHeader } from './csv';
import type { ImportKind, Upload } from './kinds';
import { checkTags } from './tags';

const FILE_POINTER = '/data/attributes/file';

/** Throws 422 for an empty file and for a header that has not exactly allowed, distinct columns. */
function checkColumns(file: Buffer, { columns, requiredColumns }: ImportKind): void {
	if (file.length === 0) throw unprocessable('File is empty', FILE_POINTER);
	const header = readHeader(file) ?? [''];
	// The name of an unknown column is not repeated: a file without a header has a row's values there.
	if (header.some((name) => !columns.includes(name))) {
		throw unprocessable(`The columns we allow are: ${columns.join(', ')}`, FILE_POINTER);
	}
	if (new Set(header).size < header.length) {
		throw unprocessable('Each column is allowed once', FILE_POINTER);
	}
	const missing = requiredColumns.filter((name) => !header.includes(name));
	if (missing.length > 0) {
		throw unprocessable(`Columns are missing: ${missing.join(', ')}`, FILE_POINTER);
	}
}

function unfitList(details: string): ApiError {
	const { title, pointer } = unprocessable(details, '/data/attributes/list-id');
	return new ApiError(UNFIT_LIST_STATUS, title, details, pointer);
}

function checkList(listId: string, listType: string, lists: Lists): void {
	const list = lists.get(listId);
	if (list === undefined) {
		const { title, details } = notFound('data.attributes.list_id is not found');
		throw new ApiError(UNKNOWN_LIST_STATUS, title, details);
	}
	if (list.type !== listType) throw unfitList(`List must be of type ${listType}`);
	if (list.status !== 'active') throw unfitList('List is archived');
}

/** Checks what is known before any row is read. Throws 404 and 422. */
export function checkUpload(
	upload: Upload,
	kind: ImportKind,
	{ accounts, lists }: Pick<State, 'accounts' | 'lists'>,
): void {
	if (kind.listType !== null) checkList(upload.listId ?? '', kind.listType, lists);
	checkColumns(upload.file, kind);
	if (kind.columns.includes('tags')) checkTags(upload.file, accounts);
}
