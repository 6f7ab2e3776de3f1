import { RULES, type RuleContext } from '../../../../nodes/Persona/pipeline/rules';

const CONTEXT: RuleContext = {
	birthdateFormat: 'detect',
	birthdateCustomFormat: '',
	placeholders: 'reject',
	tagSeparator: ';',
	timeZone: 'UTC',
	today: '2026-06-15',
};

/** The code of a problem or of a warning; `sent` for a value that is ordinary. */
function verdict(rule: keyof typeof RULES, value: string): string {
	const checked = RULES[rule](value, CONTEXT, undefined);
	if (typeof checked === 'string') return checked === value ? 'sent' : `sent as ${checked}`;
	return 'code' in checked ? checked.code : checked.warning;
}

const each = (cases: Readonly<Record<string, readonly string[]>>) =>
	Object.entries(cases).flatMap(([expected, values]) =>
		values.map((value) => [value, expected] as const),
	);

describe('names', () => {
	it.each(
		each({
			sent: [
				...[
					"O'Brien",
					'Dr.',
					'J.R.R.',
					'Ng',
					'O',
					'x',
					'山田',
					'أحمد',
					'किरण',
					'Nguyễn',
					'Mª Carmen',
				],
				...[
					'King, Jr.',
					'Lee, M.D.',
					'Lee, Ph.D',
					'Loy, III',
					'Raj a/l Kumar',
					'Ana (Nita)',
					'Ann "A"',
				],
				...[
					'Totally',
					'Totalus',
					'Summer',
					'Suma',
					'Count',
					'Gesamter',
					'Recorder',
					'Pagel',
					'Page',
				],
				...[
					'Incera',
					'Limited-Ann',
					'Corpus',
					'Ltdson',
					'Estateo',
					'Duplicates',
					'Undeceased',
					'Test Users',
				],
				...['Surnames', 'Lastnamer', 'Vornamen', 'First Names', 'Ann K.A.', 'K.A.B.', 'Browser'],
				...[
					'Generated',
					'Printed',
					'Copyrighted',
					'Confidentially',
					'Mary 2nd',
					'Jean 1er',
					'Ann 3 rows',
					'Row 3',
					'Ann3',
				],
			],
			placeholder: [
				...[
					'#REF',
					'#ЗНАЧ!',
					'#NAMN?',
					'#DEEL/0!',
					'#¿NOMBRE?',
					'#¡REF!',
					'#DIV/0!',
					'Loading...',
					'####',
				],
				...[
					'unbekannt',
					'INCONNU',
					'n.d.',
					'k.A.',
					'(leer)',
					'(vide)',
					'不明',
					'없음',
					'unknown unknown',
				],
			],
			placeholderName: [
				...[
					'Unbekannt',
					'Inconnue',
					'N.D.',
					'K.A.',
					'Null',
					'FNU',
					'LNU',
					'nmn',
					'FALSE',
					'True',
					'Brak',
				],
				...['なし', 'Leer', 'xx', 'Mr.', 'admin', 'Walk-in', 'asdf', 'Baby Boy', 'Same as above'],
			],
			reportLine: [
				...[
					'Total',
					'TOTALES',
					'Grand Totals',
					'Grand Total: 1,234',
					'Total (3 records)',
					'合計',
					'Итого',
				],
				...[
					'Count: 3',
					'Anzahl = 3',
					'Suma:',
					'Rows: 2',
					'(3 Zeilen)',
					'3 lignes',
					'3 rows selected',
				],
				...['3 rows in set (0.00 sec)', 'Page 1 of 2', 'Seite 1 von 3', '--- End of Report ---'],
				...[
					'Confidential',
					'© 2026 Zqx',
					'Copyright (c) Zqx',
					'Exported on 2026-01-31',
					'Report run at noon',
				],
			],
			headerWord: [
				...[
					'First Name',
					'first_name',
					'FirstName',
					'name_last',
					'Name First',
					'Surname',
					'Family-Name',
				],
				...[
					'Vorname',
					'Nachname',
					'Familienname',
					'Prénom',
					'Apellido',
					'Apellidos',
					'Cognome',
					'氏名',
				],
			],
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
});

describe('reference IDs', () => {
	it.each(
		each({
			sent: [
				...[
					'00123',
					'#1001',
					'crm-1',
					'a@zqx.example',
					'https://zqx.example/17',
					'900123456',
					'x-1',
					'xx-12',
				],
				...['idea', 'my-id', 'guid', 'userids', '900-12-34567', 'a*b', 'a=b', 'A&B', 'a [b]'],
			],
			placeholderId: ['#N/A', '#ARG!', 'Unbekannt', 'desconocida', 'Loading…', '(vuoto)'],
			headerWord: [
				'ID',
				'id',
				'Contact ID',
				'customer_id',
				'Reference-ID',
				'Kundennr.',
				'Personal-Nr.',
				'id_cliente',
			],
			socialSecurityNumberElsewhere: ['900-12-3456'],
			unlikelyId: [
				...[
					'****1234',
					'xxxx-1234',
					'XXX-1',
					'••1234',
					'17;18',
					'17|18',
					'17\n18',
					'=A2',
					'<b>17</b>',
					'17&nbsp;',
				],
				...['&#35;17', '{17}', '[17]', '{{ id }}', '.', '**'],
			],
			reportLine: [
				'Grand Total',
				'Copyright © 2026 zqx',
				'Confidential Information - Do Not Distribute',
			],
		}),
	)('%j: %s', (value, expected) => {
		expect(verdict('referenceId', value)).toBe(expected);
	});
});

test.each([
	'auth0|5f7c',
	'google-oauth2|1150',
	'samlp|Acme.Ltd',
	'顧客',
	'клиент',
	'a/b',
	'#17',
	'ann@x.com',
])('the ID %s is sent without a word', (id) => {
	expect(verdict('referenceId', id)).toBe('sent');
});

test('a tag may look like a formula that failed, and a known one is still refused', () => {
	expect(verdict('tags', '#VIP!')).toBe('sent');
	expect(verdict('tags', '#REF!')).toBe('placeholder');
	expect(verdict('field', '#VIP!')).toBe('placeholder');
});
