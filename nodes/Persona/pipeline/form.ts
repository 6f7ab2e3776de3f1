import FormData from 'form-data';

import type { ByteStream } from './csvFile/replaceStart';

/**
 * The name of the part that carries the CSV.
 *
 * Source: Persona's cookbook for accounts; the generated reference samples show another form and are wrong.
 */
export const FILE_PART = 'data[attributes][file]';

/** The name of the part that carries the ID of the list to fill. Source: Persona's cookbook for lists. */
export const LIST_ID_PART = 'data[attributes][list-id]';

/**
 * Builds the multipart body. It can be sent once: build a fresh one, from the same bytes, for each attempt.
 *
 * @param fields further parts, by name
 * @param length of the content in bytes; a stream does not tell it by itself
 */
export function buildForm(
	content: Buffer | ByteStream,
	fileName: string,
	fields: Readonly<Record<string, string>> = {},
	length?: number,
): FormData {
	const form = new FormData();
	form.append(FILE_PART, content, {
		filename: fileName,
		contentType: 'text/csv',
		knownLength: length,
	});
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
}
