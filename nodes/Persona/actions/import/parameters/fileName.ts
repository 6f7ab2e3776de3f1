// What a multipart header or a file system could take for something else.
const UNUSABLE = /[\\/"\p{Cc}]/gu;

/** Whether a name can stand in a multipart header as it is. */
export function isUsableFileName(name: string): boolean {
	return name.search(UNUSABLE) < 0 && name.isWellFormed();
}

/** A name that ends in .csv. */
export function asCsvName(name: string): string {
	return /\.csv$/i.test(name) ? name : `${name}.csv`;
}

/**
 * The name under which a file is sent that has one of its own: the chosen one, or its own as far as that can be sent.
 *
 * @param settings `fileName` is also for a file without a name
 */
export function fileNameFor(
	name: string,
	{ fileName, fileNameChosen }: { fileName: string; fileNameChosen: boolean },
): string {
	const usable = name.toWellFormed().replace(UNUSABLE, '_').trim();
	return fileNameChosen || usable === '' ? fileName : asCsvName(usable);
}
