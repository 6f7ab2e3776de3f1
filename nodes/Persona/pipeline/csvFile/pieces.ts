/** Bytes that are looked at in one go. */
export const PIECE = 64 * 1024;

function* slicesOf(bytes: Buffer): Generator<Buffer> {
	for (let start = 0; start < bytes.length; start += PIECE) {
		yield bytes.subarray(start, start + PIECE);
	}
}

/**
 * A file in pieces of at most {@link PIECE} bytes. The first is not shorter unless the file is, however small the chunks
 * that it comes in; there is always a first.
 */
export async function* piecesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let head: Buffer | undefined = Buffer.alloc(0);
	for await (const chunk of chunks) {
		if (head === undefined) {
			yield* slicesOf(chunk);
			continue;
		}
		head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
		if (head.length < PIECE) continue;
		yield* slicesOf(head);
		head = undefined;
	}
	if (head !== undefined) yield head;
}
