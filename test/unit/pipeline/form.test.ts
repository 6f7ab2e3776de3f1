import { buildForm, FILE_PART, LIST_ID_PART } from '../../../nodes/Persona/pipeline/form';

const csv = Buffer.from('reference_id\r\n"Zoë, ""x"""\r\n');

test('is one part: the CSV as a file, under the name that Persona documents', () => {
	const form = buildForm(csv, 'accounts.csv');
	const boundary = form.getBoundary();
	expect(FILE_PART).toBe('data[attributes][file]');
	expect(form.getBuffer().toString()).toBe(
		[
			`--${boundary}`,
			'Content-Disposition: form-data; name="data[attributes][file]"; filename="accounts.csv"',
			'Content-Type: text/csv',
			'',
			csv.toString(),
			`--${boundary}--`,
			'',
		].join('\r\n'),
	);
});

test('is CSV whatever the file is called', () => {
	expect(buildForm(csv, 'photo.png').getBuffer().toString()).toContain(
		'filename="photo.png"\r\nContent-Type: text/csv\r\n',
	);
});

test('has a further part for each field, such as the list to fill', () => {
	const form = buildForm(csv, 'list-items.csv', { [LIST_ID_PART]: 'lst_1' });
	expect(form.getBuffer().toString()).toMatch(
		/\r\nContent-Disposition: form-data; name="data\[attributes\]\[list-id\]"\r\n\r\nlst_1\r\n--/,
	);
});

test('carries the bytes as they are', () => {
	const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
	const body = buildForm(bytes, 'a.csv').getBuffer();
	const start = body.indexOf('\r\n\r\n') + 4;
	expect(body.subarray(start, start + bytes.length).equals(bytes)).toBe(true);
});

test('knows its length, so that nothing is sent in chunks of unknown size', () => {
	const form = buildForm(csv, 'accounts.csv');
	expect(form.getLengthSync()).toBe(form.getBuffer().length);
});

test('is fresh each time', () => {
	const [first, second] = [buildForm(csv, 'a.csv'), buildForm(csv, 'a.csv')];
	expect(first).not.toBe(second);
	first.getBuffer();
	const contentOf = (form: typeof first) =>
		form.getBuffer().toString().replaceAll(form.getBoundary(), '');
	expect(contentOf(second)).toBe(contentOf(first));
});
