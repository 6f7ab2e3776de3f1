import fc from 'fast-check';

import { checkFile } from '../../../../nodes/Persona/pipeline/csvFile/checkFile';
import { PIECE } from '../../../../nodes/Persona/pipeline/csvFile/checkFile';
import { ACCOUNT_IMPORT } from '../../../../nodes/Persona/pipeline/columns';
import { abortedSignal } from '../../support/signals';

const ignore = () => undefined;

async function* chunksOf(file: Buffer, size: number) {
	for (let start = 0; start < file.length; start += size) {
		yield await Promise.resolve(file.subarray(start, start + size));
	}
}

/** Checks a file: what is known of it, and the bytes that would be sent. */
async function check(content: string, size = Infinity) {
	const kept: Buffer[] = [];
	const reading = { keep: (bytes: Buffer) => kept.push(bytes), check: ignore };
	const chunks = chunksOf(Buffer.from(content), size);
	const { header, rows } = await checkFile(chunks, ACCOUNT_IMPORT, reading);
	const { line, replaces } = header;
	return { line: line.toString(), replaces, rows, sent: Buffer.concat(kept).toString() };
}

it('puts the header in the place of the first line and of a byte order mark', async () => {
	expect(await check('\ufeffFirst Name,tags\r\nZoë,a\r\n')).toEqual({
		line: 'name_first,tags\r\n',
		replaces: 20,
		rows: 1,
		sent: 'name_first,tags\r\nZoë,a\r\n',
	});
});

it('property: nothing else changes, in whatever pieces the file comes', async () => {
	const cell = fc.constantFrom('Ann', 'Zoë', '"a ""b"""', '"x\ny"', '😀'.repeat(9_000));
	await fc.assert(
		fc.asyncProperty(
			fc.array(cell, { minLength: 1, maxLength: 12 }),
			fc.oneof(
				fc.integer({ min: 999, max: 9_999 }),
				fc.integer({ min: PIECE - 4, max: 3 * PIECE }),
			),
			async (cells, size) => {
				const below = cells.map((text) => `${text}\n`).join('\n');
				const { rows, sent } = await check(`First Name\n${below}`, size);
				expect(rows).toBe(cells.length);
				expect(sent === `name_first\n${below}`).toBe(true);
			},
		),
	);
});

it.each([
	['no row', 'tags\n', 'fileNoRows'],
	['no row, but blank lines', 'tags\r\n\r\n\n', 'fileNoRows'],
	['no name that fits', 'x,y\n1,2\n', 'fileNoHeader'],
	['another type', '%PDF-1.7', 'fileType'],
	['NUL', 'tags\n1\n\0', 'fileControlCharacter'],
	['NUL far below', `tags\n${'1\n'.repeat(PIECE)}\0`, 'fileControlCharacter'],
	['an open quote', 'tags\n"1\n', 'fileOpenQuote'],
])('refuses a file with %s', async (_, content, code) => {
	await expect(check(content)).rejects.toMatchObject({ message: code, problems: [{ code }] });
});

it('takes a first line for the whole file only where nothing can follow', async () => {
	const line = 'tags'.padEnd(PIECE - 1);
	await expect(check(line)).rejects.toMatchObject({ message: 'fileNoRows' });
	await expect(check(`${line} `)).rejects.toMatchObject({ message: 'fileFirstLine' });
	await expect(check(`${line} \n1\n`)).rejects.toMatchObject({ message: 'fileFirstLine' });
	expect(await check(`${line}\n1\n`)).toMatchObject({ replaces: PIECE, rows: 1 });
});

it('stops when it is told to', async () => {
	let read = 0;
	async function* slowly() {
		for (;;) {
			const end = performance.now() + 20;
			while (performance.now() < end);
			read++;
			yield await Promise.resolve(Buffer.from('tags\n'.padEnd(PIECE, '1\n')));
		}
	}
	const checking = checkFile(slowly(), ACCOUNT_IMPORT, {
		keep: ignore,
		signal: abortedSignal(),
	});
	await expect(checking).rejects.toThrow('cancelled');
	expect(read).toBe(1);
});
