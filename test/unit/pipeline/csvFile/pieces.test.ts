import fc from 'fast-check';

import { PIECE, piecesOf } from '../../../../nodes/Persona/pipeline/csvFile/checkFile';
import { RUNS } from '../../support/property';

async function collect(chunks: Buffer[]): Promise<Buffer[]> {
	const pieces: Buffer[] = [];
	// Whoever lends a chunk may use its memory again when the next one is asked for.
	async function* source() {
		for (const chunk of chunks) {
			const lent = Buffer.from(chunk);
			yield lent;
			lent.fill(0xff);
		}
	}
	for await (const piece of piecesOf(source())) pieces.push(Buffer.from(piece));
	return pieces;
}

it('keeps the bytes, bounds the pieces, and begins with a full one', async () => {
	const sizes = fc.array(fc.constantFrom(0, 1, 1000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE), {
		maxLength: 6,
	});
	await fc.assert(
		fc.asyncProperty(sizes, async (lengths) => {
			const chunks = lengths.map((length, index) => Buffer.alloc(length, index + 1));
			const whole = Buffer.concat(chunks);
			const pieces = await collect(chunks);
			expect(Buffer.concat(pieces).equals(whole)).toBe(true);
			expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(PIECE);
			expect(pieces[0]).toHaveLength(Math.min(PIECE, whole.length));
			expect(pieces.slice(1).filter(({ length }) => length === 0)).toEqual([]);
		}),
		{ numRuns: RUNS.numRuns / 5 },
	);
});
