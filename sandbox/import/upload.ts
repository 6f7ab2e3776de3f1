import { ApiError, badRequest } from '../http/answer';
import type { Body, Part } from '../http/body';
import { readJsonUpload } from './jsonUpload';
import type { ImportKind, Upload } from './kinds';

const FILE_PART = 'data[attributes][file]';
const LIST_PART = 'data[attributes][list-id]';

/** `data[attributes][file]` as Persona's messages would write it: `data.attributes.file`. */
function dotted(partName: string): string {
	return partName.replaceAll('[', '.').replaceAll(']', '');
}

function onlyPart(parts: Part[], name: string): Part {
	const [part, second] = parts.filter((candidate) => candidate.name === name);
	if (part === undefined) throw badRequest(`${dotted(name)} is missing`);
	if (second !== undefined) throw badRequest(`${dotted(name)} must be given once`);
	return part;
}

function readFormUpload(parts: Part[], needsList: boolean): Upload {
	const allowed = needsList ? [FILE_PART, LIST_PART] : [FILE_PART];
	const unknown = parts.find(({ name }) => !allowed.includes(name));
	if (unknown !== undefined) throw badRequest(`${dotted(unknown.name)} is not allowed`);
	const file = onlyPart(parts, FILE_PART);
	if (file.fileName === undefined || file.fileName === '') {
		throw badRequest(`${dotted(FILE_PART)} must be a file`);
	}
	const list = needsList ? onlyPart(parts, LIST_PART) : undefined;
	if (list?.fileName !== undefined) throw badRequest(`${dotted(LIST_PART)} must be a string`);
	const listId = list?.content.toString('utf8') ?? null;
	return { file: file.content, fileName: file.fileName, listId };
}

/**
 * The upload in a body, held against the request schemas of the importers: nothing missing, nothing
 * unknown. Throws 400 that names the parameter.
 */
export function readUpload(body: Body, kind: ImportKind): Upload {
	const needsList = kind.listType !== null;
	switch (body.kind) {
		case 'form':
			return readFormUpload(body.parts, needsList);
		case 'json':
			return readJsonUpload(body.value, needsList);
		case 'none':
			throw badRequest('data is missing');
		case 'unreadable':
			throw body.error satisfies ApiError;
	}
}
