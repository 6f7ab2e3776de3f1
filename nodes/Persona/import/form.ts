import FormData from 'form-data';

/**
 * The name of the part that carries the CSV.
 *
 * Source: Persona's cookbook for accounts; the generated reference samples show another form and are wrong.
 */
export const FILE_PART = 'data[attributes][file]';

/** Builds the multipart body. It can be sent once: build a fresh one, from the same bytes, for each attempt. */
export function buildForm(csv: Buffer, fileName: string): FormData {
	const form = new FormData();
	form.append(FILE_PART, csv, { filename: fileName, contentType: 'text/csv' });
	return form;
}
