import { refused, sent } from '../builders';
import type { BadInputCase, Topic } from '../types';

const COLUMN = "column 'name_first'";
const PLACEHOLDER = `${COLUMN}: holds a placeholder such as N/A, not a value; empty it in the source, or set the option 'Placeholder Values' to Treat as Empty`;
const REPLACED = `${COLUMN}: holds a replacement character (U+FFFD): the file was read with the wrong encoding; set it in the node that reads the file`;

/** What is always said of the rows around the one in question. */
const AROUND = [
	"In 2 rows 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs",
];

/** A name that is sent, with what the hint above the output says about it; without one, it is ordinary. */
function goes(name: string, value: string, says?: string): BadInputCase {
	const said = says === undefined ? [] : [`In 1 row 'name_first' ${says}`];
	// Fixed sentences name words such as Total.
	const shows = said.some((text) => text.toLowerCase().includes(value.toLowerCase()))
		? [value]
		: [];
	const more = { hints: [...AROUND, ...said], shows };
	return sent(name, { name_first: value }, { name_first: value }, {}, more);
}

const all = (names: readonly string[], about: string, says?: string) =>
	names.map((name) => goes(`${about}: ${name}`, name, says));
const refusedAll = (names: readonly string[], about: string, says: string) =>
	names.map((name) => refused(`${about}: ${name}`, { name_first: name }, says));

const SIGNS = 'has no letters, many digits, odd or invisible signs, or 40 characters and more';
const WORD = 'is a word such as Null, Unknown or Test: check that it is a name';
const DECODED = 'has signs such as Ã© or â€™: the encoding was wrong';
const HEADER = 'is the name of a column: the header may be there twice';
const REMARK = 'says deceased, duplicate, do not use or the like';
const COMPANY = 'reads like a company or several people, not one person';
const REPORT = 'says Total or the like, as the last line of a report does';
const COMMA = 'has a comma, as where last and first name are in one cell';

/** People's names, which nobody may be bothered about. */
const ORDINARY = [
	...["O'Brien", 'O’Brien', 'D’Angelo', 'Dr.', 'Dr. Ada', 'J.R.R.', 'Ng', 'O', 'Å', 'x', 'I'],
	...[
		'山田',
		'太郎',
		'أحمد',
		'Иван',
		'דוד',
		'Βασίλης',
		'สมชาย',
		'किरण',
		'Nguyễn',
		'김',
		'Ἀλέξανδρος',
	],
	...['Müller-Lüdenscheidt', 'van der Berg', 'ÅSE', 'Mª Carmen', 'Raj a/l Kumar', 'Henry VIII'],
	...[
		'Ana “Nita”',
		'Ada (Addie)',
		'King, Jr.',
		'Lee, M.D.',
		'Mary 2nd',
		'Suma',
		'Keiko',
		'True-Ann',
	],
	...['Trust', 'Deb', 'Mc Donald', 'Jean-Luc', 'ʻaukai', 'ǃXóõ', 'Ötzi', 'Łukasz', 'Þór'],
];

export const EXPORTED_NAMES: Topic = {
	name: 'Names as exports hold them',
	cases: [
		...all(ORDINARY, 'an ordinary name'),
		...refusedAll(
			[
				...['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#SPILL!', 'Loading...', '########'],
				...['#WERT!', '#BEZUG!', '#NV', '#N/DISP', '#¡REF!', '#¿NOMBRE?', '#ARG!', '#ЗНАЧ!'],
				...['#VÄRDEFEL!', '#DEĞER!', '#N/B', '#I/T'],
			],
			'a formula that failed',
			PLACEHOLDER,
		),
		...refusedAll(
			['\\N', '(null)', 'NaN', '(leer)', '(vide)', '(en blanco)', '不明', '未入力', '없음'],
			'what is written where a value is missing',
			PLACEHOLDER,
		),
		...refusedAll(['unbekannt', 'INCONNU', 'n.d.', 'k.A.'], 'a word for no value', PLACEHOLDER),
		...all(
			['Unbekannt', 'Desconocido', 'N.A.', 'K.A.', 'FNU', 'LNU', 'NMN', 'FALSE', 'Brak', 'なし'],
			'a word for no value that may be a name',
			WORD,
		),
		...all(
			['MÃ¼ller', 'JosÃ©', 'Ð˜Ð²Ð°Ð½', 'Å‚ukasz', 'M√ºller', 'M³ller', 'J÷rg'],
			'a name that was decoded twice',
			DECODED,
		),
		...refusedAll(['M\ufffdller', 'Mï¿½ller'], 'a name with a lost letter', REPLACED),
		...all(['M?ller', 'Mu?oz', 'Jos?'], 'a question mark for a letter', SIGNS),
		...all(
			['M\\u00fcller', 'M=C3=BCller', 'M%C3%BCller', 'Mary%20Ann', '=?UTF-8?Q?M=C3=BCller?='],
			'a name in a code',
			SIGNS,
		),
		...all(
			['{{first_name}}', '*|FNAME|*', '%FIRST_NAME%', '${firstName}', '[First Name]'],
			'a template that was not filled in',
			SIGNS,
		),
		...all(
			['**Ann**', '[Ann](https://x.example)', '# Ann', '> Ann', '{"first":"Ann"}', '["Ann"]'],
			'Markdown or JSON',
			SIGNS,
		),
		...all(['Ann & Bob', 'Ann; Bob', 'Ann|Bob', 'Ann + Bob'], 'two people', SIGNS),
		...all(['=B2', '=VLOOKUP(A2,B:C,2,0)', '+1 415 555 0100'], 'something of a spreadsheet', SIGNS),
		...all(
			['ann@zqx.example', '900-12-3456', '1990-04-05', '44197', '0', '🙂', '...', 'zqx_ann'],
			'what belongs elsewhere',
			SIGNS,
		),
		...all(['Lee, Ann', 'Family, Ann B.', 'García, José'], 'last and first name', COMMA),
		...all(
			['First Name', 'first_name', 'Vorname', 'Nachname', 'Prénom', 'Apellidos', '氏名'],
			'the header once more',
			HEADER,
		),
		...all(
			[
				...['Total', 'Grand Total', 'Summe', 'Total général', '合計', 'Итого', '(3 rows)'],
				...['3 rows in set (0.00 sec)', '(3 Zeilen)', 'Count: 3', 'Page 1 of 2', 'End of file'],
				'Generated by Salesforce on 11/26/2026',
			],
			'the end of a report',
			REPORT,
		),
		...all(
			['Ann (deceased)', 'Ann †', 'DECEASED', 'Fallecido', 'DUPLICATE', 'Do not use', 'Test User'],
			'a remark',
			REMARK,
		),
		...all(
			[
				'Acme GmbH',
				'Acme, Inc.',
				'Acme LLC',
				'Estate of Ann Lee',
				'株式会社アクメ',
				'www.zqx.example',
			],
			'a company',
			COMPANY,
		),
		goes('a name cut off at 255 characters', 'Zqx'.repeat(85), SIGNS),
		goes('a cell cut off at 32,767 characters', 'Zqxfirst '.repeat(3_640) + 'Zqxfirs', SIGNS),
		goes('a space without width inside', 'Zqx\u200bfirst', SIGNS),
		goes('a byte order mark inside', 'Zqx\ufefffirst', SIGNS),
		goes('a soft hyphen inside', 'Zqx\u00adfirst', SIGNS),
		goes('text that is turned around', 'Zqx\u202cfirst', SIGNS),
		goes('Persian with its joiner', 'می\u200cنا'),
		goes('line breaks of a cell', 'Zqx\nfirst'),
		goes('HTML with an entity', 'M&uuml;ller', 'holds HTML such as &amp;amp; or &amp;#39;'),
		goes('HTML with a tag', 'Zqx<br>first', 'holds HTML such as &amp;amp; or &amp;#39;'),
	],
};
