import { takeTurns } from '../slices';
import { piecesOf } from './checkFile';

/** Shorter ones tell nothing. */
const SHORTEST_WORD = 2;
/** Characters of one piece that are looked at again together with the next, in case a word was cut in two. */
const OVERLAP = 200;

function wordsOf(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return [...new Set(words)].filter((word) => word.length >= SHORTEST_WORD);
}

/**
 * Finds out which words of a text occur in a file, so that they can be masked in a message. The cells of a file are not at
 * hand, and it is too large to be held.
 *
 * @param signal see {@link takeTurns}
 */
export async function wordsInFile(
	chunks: AsyncIterable<Buffer>,
	text: string,
	signal?: AbortSignal,
): Promise<string[]> {
	const words = wordsOf(text);
	if (words.length === 0) return [];
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
	const decoder = new TextDecoder();
	const turn = takeTurns(signal);
	const found = new Set<string>();
	let before = '';
	for await (const piece of piecesOf(chunks)) {
		const read = before + decoder.decode(piece, { stream: true });
		for (const [word] of read.matchAll(pattern)) found.add(word.toLowerCase());
		before = read.slice(-OVERLAP);
		await turn();
	}
	return [...found];
}
