import { redact } from '../../../../nodes/Persona/transport/redact';

const MASK = '•••';

describe('values of the rows', () => {
	test.each([
		['Ann Smith was not found', ['Ann'], '••• Smith was not found'],
		['ANN smith was not found', ['ann', 'Smith'], '••• ••• was not found'],
		['ΟΔΟΣ/ΟΔΟΣΑ', ['ΟΔΟΣ'], `${MASK}/${MASK}Α`],
		['row Ann, row Ann', ['Ann'], 'row •••, row •••'],
		['Annabel', ['Ann', 'Annabel'], MASK],
		['Annabel', ['Annabel', 'Ann'], MASK],
		['a man, A plan', ['a'], `${MASK} man, ${MASK} plan`],
		['sex: m, him', ['m'], `sex: ${MASK}, him`],
		['李小龙 is taken', ['李'], `${MASK}小龙 is taken`],
		['number 7 of 17', ['7'], `number ${MASK} of 17`],
		['value Ann', ['  Ann\t'], `value ${MASK}`],
		['value Ann  Marie', ['Ann  Marie'], `value ${MASK}`],
		['value Ann\r\nMarie', ['Ann\r\nMarie'], `value ${MASK}`],
		['value (a.b)', ['a.b'], `value (${MASK})`],
		['value axb', ['a.b'], 'value axb'],
		['cost $& $1', ['cost'], `${MASK} $& $1`],
		['İİİ Ann after', ['Ann'], `İİİ ${MASK} after`],
		['İSTANBUL', ['İstanbul'], MASK],
		['i̇stanbul', ['İstanbul'], MASK],
		['grade C+, C today', ['C+'], `grade ${MASK}, C today`],
		['Né1a', ['é1'], `N${MASK}a`],
		['N1éa', ['1é'], `N${MASK}a`],
		// Composed and decomposed, with and without accents, in every case.
		['Jos\u00e9 is taken', ['Jose\u0301'], `${MASK} is taken`],
		['Jose\u0301 is taken', ['Jos\u00e9'], `${MASK} is taken`],
		['JOSE is taken', ['José'], `${MASK} is taken`],
		['José is taken', ['Jose'], `${MASK} is taken`],
		['STRASSER is taken', ['Straßer'], `${MASK} is taken`],
		['Straßer is taken', ['strasser'], `${MASK} is taken`],
		['ﬁona is taken', ['Fiona'], `${MASK} is taken`],
		['ＡＮＮ is taken', ['Ann'], `${MASK} is taken`],
		['Ann\u200bMarie is taken', ['AnnMarie'], `${MASK} is taken`],
		['Ann\u00a0Marie is taken', ['Ann Marie'], `${MASK} is taken`],
		// Quotes and dashes of all kinds.
		['O’Brien is taken', ["O'Brien"], `${MASK} is taken`],
		["O'Brien is taken", ['O’Brien'], `${MASK} is taken`],
		['O´Brien is taken', ["O'Brien"], `${MASK} is taken`],
		["O'Brien is taken", ['O´Brien'], `${MASK} is taken`],
		['ẞtraße is taken', ['SSTRASSE'], `${MASK} is taken`],
		['Anna‑Maria, Anna–Maria', ['Anna-Maria'], `${MASK}, ${MASK}`],
		// Words of a value.
		['Anna is taken', ['Anna-Maria'], `${MASK} is taken`],
		['maria is taken', ['Anna‐Maria'], `${MASK} is taken`],
		['Brien is taken', ["O'Brien"], `${MASK} is taken`],
		['García is taken', ['GARCIA MÁRQUEZ'], `${MASK} is taken`],
		['tag vip is unknown', ['gold|vip;new'], `tag ${MASK} is unknown`],
		['Maria Anna is taken', ['Anna Maria'], `${MASK} ${MASK} is taken`],
		['Mariana is taken', ['Anna-Maria'], 'Mariana is taken'],
		['x overlapping aaaa', ['aaa'], `x overlapping ${MASK}`],
		['Bo is taken', ['Bo Derek'], `${MASK} is taken`],
		['AnnaBerg is taken', ['Anna', 'Berg'], `${MASK} is taken`],
		['has many', ['\ta'], 'has many'],
		['xax', ['ａ', 'a'], `x${MASK}x`],
		['nick ann"e is taken', ['ann”e'], `nick ${MASK} is taken`],
		// What has no place of its own goes with the letter before it.
		['Zoe\u0331 is taken', ['Zoe'], `${MASK} is taken`],
		['Anna ¨ Berg is taken', ['Anna ¨ Berg'], `${MASK} is taken`],
		['nothing here', [], 'nothing here'],
		['nothing here', ['', ' ', 'no', 're', 'absent'], 'nothing here'],
	])('%j without %j', (text, values, clean) => {
		expect(redact(text, values)).toBe(clean);
	});

	test('any iterable will do', () => {
		expect(redact('Ann', new Set(['ann']))).toBe(MASK);
	});
});

test('a sign with two code points for the same is found as either', () => {
	expect(redact('is !\u00b4 ! taken', ['!\u1ffd !'])).toBe('is ••• taken');
	expect(redact('is !\u1ffd ! taken', ['!\u00b4 !'])).toBe('is ••• taken');
});
