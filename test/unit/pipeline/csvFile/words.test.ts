import { PIECE } from '../../../../nodes/Persona/pipeline/csvFile/checkFile';
import { wordsInFile } from '../../../../nodes/Persona/pipeline/csvFile/words';

async function* chunksOf(...chunks: (Buffer | string)[]) {
	for (const chunk of chunks) yield Buffer.from(chunk);
}

const found = async (file: AsyncIterable<Buffer>, text: string) =>
	(await wordsInFile(file, text)).sort();

it('finds whole words, in any case', async () => {
	expect(
		await found(chunksOf('1,Zoë "Müller"\n2,ANN-MARIE,x\n'), 'zoë MÜLLER, Ann of marie row x'),
	).toEqual(['ann', 'marie', 'müller', 'zoë']);
	expect(await found(chunksOf('1,Hauptstraße 5\n'), 'HAUPTstraße was 7')).toEqual(['hauptstraße']);
});

it('does not take part of a word for the word', async () => {
	expect(await found(chunksOf('1,Anderson,undersea\n'), 'and under son sea')).toEqual([]);
});

it('finds a word that is cut in two', async () => {
	const before = Buffer.alloc(PIECE - 3, ',');
	expect(await found(chunksOf(before, 'Lovelace,x\n'), 'of Lovelace')).toEqual(['lovelace']);
	const half = Buffer.from('é');
	expect(
		await found(
			chunksOf(Buffer.alloc(PIECE - 4, ','), 'Caf', half.subarray(0, 1), half.subarray(1), 's'),
			'Cafés',
		),
	).toEqual(['cafés']);
});

it('takes nothing of the text for a pattern', async () => {
	expect(await found(chunksOf('a+b (x|y) 12.34 [z]'), '(.*) 12.34 [ab] $')).toEqual(['12', '34']);
});

it('does not read the file when there is nothing to look for', async () => {
	const read = jest.fn();
	const untouched = { [Symbol.asyncIterator]: read };
	expect(await wordsInFile(untouched, '- , .')).toEqual([]);
	expect(read).not.toHaveBeenCalled();
});
