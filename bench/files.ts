import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { row } from './rows';

const MEGABYTE = 1_000_000;
const ROWS_A_PIECE = 10_000;

const HEADER =
	'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags\r\n';

function piece(start: number): Buffer {
	const lines = Array.from({ length: ROWS_A_PIECE }, (_, index) => {
		const cells = Object.values(row(start + index)).map((cell) =>
			/[",]/.test(cell!) ? `"${cell!.replaceAll('"', '""')}"` : cell,
		);
		return `${cells.join(',')}\r\n`;
	});
	return Buffer.from(lines.join(''));
}

/** The CSV files that are sent, made when they are first asked for, and n8n's own copies of them. */
export class FileStore {
	constructor(private readonly folder: string) {}

	/** Path of a file with whole rows and at least so many megabytes. */
	ofSize(megabytes: number): string {
		const path = join(this.folder, `${megabytes}.csv`);
		if (existsSync(path)) return path;
		const file = openSync(path, 'w');
		let bytes = writeSync(file, HEADER);
		for (let start = 0; bytes < megabytes * MEGABYTE; start += ROWS_A_PIECE) {
			bytes += writeSync(file, piece(start));
		}
		closeSync(file);
		return path;
	}

	/** n8n keeps the files of executions that it does not save. */
	dropCopies(): void {
		rmSync(join(this.folder, '.n8n', 'storage'), { recursive: true, force: true });
		rmSync(join(this.folder, '.n8n', 'binaryData'), { recursive: true, force: true });
	}
}
