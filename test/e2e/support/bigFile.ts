import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const ROW = 'c-1000001,Zoë,"Núñez, Jr. 山田",1990-12-10\r\n';
/** Rows that are written at a time: about a megabyte. */
const BLOCK = Buffer.from(ROW.repeat(20_000));

/** A CSV file as the node has to send it; `sha256` is in hexadecimal. */
export interface Expected {
	bytes: number;
	rows: number;
	sha256: string;
}

/**
 * Writes a CSV file with names of a CRM as its header.
 *
 * @param size bytes that it has at least
 */
export function writeBigFile(path: string, size: number): Expected {
	const hash = createHash('sha256');
	const sentHeader = 'reference_id,name_first,name_last,birthdate\r\n';
	hash.update(sentHeader);
	const file = openSync(path, 'w');
	writeSync(file, 'Contact ID,First Name,Surname,DOB\r\n');
	let bytes = 0;
	for (; bytes < size; bytes += BLOCK.length) {
		writeSync(file, BLOCK);
		hash.update(BLOCK);
	}
	closeSync(file);
	return {
		bytes: sentHeader.length + bytes,
		rows: bytes / Buffer.byteLength(ROW),
		sha256: hash.digest('hex'),
	};
}
