import { refusedRun, taken } from '../builders';
import type { BadInput, BadInputCase, FileInput } from '../types';

export const BY_ITEMS =
	"Put an Extract from File node before this one and set 'Import From' to Input Items";
export const SAVE = `Save it as CSV UTF-8, or p${BY_ITEMS.slice(1)}`;
export const OR_READ = `${SAVE}; there, the option Encoding reads it.`;
export const WORKBOOK = `For a workbook, p${BY_ITEMS.slice(1)}; a ZIP archive is unpacked by a Compression node.`;
export const DELIMITER = `Export it with commas, or p${BY_ITEMS.slice(1)}; there, the option Delimiter reads it.`;
export const MEND_FIRST = `Open the file in a text editor and fix the first line, or p${BY_ITEMS.slice(1)}.`;
export const CHECK_NODE = 'Check the node that reads it.';
export const COLUMNS =
	'reference_id, name_first, name_middle, name_last, birthdate, social_security_number, tags';
export const HEADER = `The first line has to be a header with some of these: ${COLUMNS}.`;
export const CANNOT_LEAVE = `A file is sent unchanged, so nothing can be left out here. Remove what Persona does not take, or p${BY_ITEMS.slice(1)}: there it is left out. Persona takes: ${COLUMNS}.`;
export const OPEN_QUOTE =
	'The file may have been cut off. Export it again, or write two quotation marks where a cell begins with one.';
export const NO_FILE =
	'This item has no file at all. Put a node that gives one before this one, such as Read/Write Files from Disk or HTTP Request.';
export const ROWS = 'zqx-reference-0,Zqxfirst\nzqx-reference-1,Zqxsecond\n';
export const HEAD = 'reference_id,name_first\n';

/** A file alone that cannot go; its message names the item under both settings. */
export function no(
	name: string,
	content: FileInput['content'],
	says: string,
	description: string,
	more: Partial<BadInput> = {},
): BadInputCase {
	const message = `the file in 'data' ${says}`;
	const one = refusedRun(name, { files: [{ content }], ...more }, message, description);
	return {
		...one,
		expected: { ...one.expected, stop: { message: `Item 0: ${message}`, description } },
	};
}

/** One with a message that begins with a column. */
export function noColumn(
	name: string,
	content: string,
	says: string,
	description: string,
	more = {},
) {
	const { input, expected } = no(name, content, says, description, more);
	const message = `Item 0, ${says}`;
	return {
		name,
		input,
		expected: { ...expected, messages: [message], stop: { message, description } },
	};
}

export const yes = (name: string, content: FileInput['content'], more: Partial<BadInput> = {}) =>
	taken(name, { files: [{ content }], ...more }, { accepted: 1 });

export const bytes = (text: string, encoding: BufferEncoding = 'latin1') =>
	Buffer.from(text, encoding);
export const wideHeader = Array.from({ length: 500 }, (_, n) => `Custom ${n}`);
