import { each, verdict } from './support';

/** Names that hold something else, or that were broken on their way. */
describe('names', () => {
	it.each(
		each({
			remark: [
				...[
					'DECEASED',
					'Ann (deceased)',
					'Ann †',
					'Duplicate - Ann',
					'Do not use',
					'do not contact',
				],
				...['Archived', 'INACTIVE', 'merged into 17', 'Ann (dec.)', 'do-not-email', '(old) Ann'],
				...[
					'Former employee',
					'c/o Ann',
					'FBO Ann Lee',
					'Ann d/b/a Zqx',
					'Guest User',
					'dupe - Ann',
				],
				...['Deleted User', 'verstorben', 'Fallecida', 'Décédée', 'Test Account', '✝ Ann'],
			],
			companyName: [
				...[
					'Acme GmbH',
					'Acme, Inc.',
					'Acme L.L.C.',
					'Acme PLC',
					'Estate of Ann',
					'株式会社アクメ',
				],
				...[
					'Lee Family Trust',
					'www.zqx.example',
					'Müller GmbH',
					'Zqx LLP',
					'Zqx s.r.o.',
					'Zqx A/S',
				],
				...['Zqx Bank', 'Zqx Sdn Bhd', 'ООО Ромашка', 'The Lee Family', 'Lee household'],
				...['Ann and Bob', 'ANN AND BOB', 'Ann or Bob', 'Bob et Ann', 'Ann und Bob', 'Ann/Bob'],
				...['Mr. and Mrs. Lee', 'Ann aka Annie'],
			],
			decodedTwice: [
				...['Fran‡ois', 'Jos‚', 'M”ller', 'MĂĽller', 'JosĂ©', 'Ĺ‚ukasz', 'JosÃ', 'Èâàí', 'ÐÎÌÀÍ'],
				...['MÃ¼ller', 'M√ºller', 'M³ller', 'J÷rg', '÷rg', 'Stra▀e'],
			],
			socialSecurityNumberElsewhere: ['900-12-3456', 'Ann 900 12 3456'],
			replacementCharacter: ['M\ufffdller', 'Mï¿½ller'],
			unlikelyName: [
				...[
					'M?ller',
					'{{name}}',
					'%FNAME%',
					'*|FNAME|*',
					'Ann & Bob',
					'Ann; Bob',
					'a_b',
					'=B2',
					'<Ann',
				],
				...['A\u200bnn', 'A\ufeffnn', 'A\u00adn\u00adn', 'A\u202cnn', 'A\u2060nn'],
				...['3PO', 'Ann123', '12 Main St', 'recABC1D2EFGHIJKL', 'X2Y', 'user 0017'],
				...['"Ann"', "'Ann'", 'O"Brien', "O''Brien", 'Ann™', 'M№ller', 'А\u006en', 'An\u03bf'],
				...['[Ann]', 'Ann#2', 'a^b', 'a~b', 'A$AP', 'a\\u00fc', 'x://y', '12', '…', 'a'.repeat(40)],
			],
			commaInName: ['Lee, Ann', 'Lee,Ann', 'Lee, Ann B.', 'Lee, Jr. Ann', 'García, José'],
			html: ['M&uuml;ller', 'Ann<br>', 'M&#252;ller'],
		}),
	)('%j: %s', (value, expected) => {
		expect(verdict('text', value)).toBe(expected);
	});

	it('keep the joiners that scripts need', () => {
		for (const name of ['می\u200cنا', 'क\u200dष', '👩\u200d👧 Ann']) {
			expect(verdict('text', name)).toBe('sent');
		}
	});

	it('look for a remark in a long text, but not in one that is far too long', () => {
		expect(verdict('text', `${'a'.repeat(391)} deceased`)).toBe('remark');
		expect(verdict('text', `${'a'.repeat(392)} deceased`)).toBe('unlikelyName');
	});
});
