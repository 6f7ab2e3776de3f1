import { kindsIn, LETTER, LETTER_N, OTHER } from '../characters';
import type { RuleContext } from './context';

/**
 * What programs and people write where a value is missing.
 * - `never`: nobody's name or ID, in whatever column.
 * - `nothing`: words for no value that are also names of people: Null, None, Na, Nan.
 * - `unknown`: the same, and a tag that people give.
 * - `trial`: words that are far more often names or data than placeholders.
 * - `formula`: what spreadsheets in any language show for a formula that failed; also a tag that people give.
 */
export type PlaceholderKind = 'never' | 'nothing' | 'unknown' | 'trial' | 'formula';

// Sources: what Excel and Google Sheets show for formulas that fail, in their English, German, French, Spanish, Italian,
// Portuguese and Dutch editions; what JavaScript, Python, pandas, MySQL, PostgreSQL and Java write for no value.
const TOKENS = {
	never: [
		'#n/a|#n/a n/a|#na|#ref!|#value!|#name?|#div/0!|#null!|#num!|#spill!|#calc!|#field!|#blocked!',
		'#connect!|#unknown!|#busy!|#getting_data|#error!|#error|#n/d|#nv|#bezug!|#wert!|#zahl!',
		'#valeur!|#nom?|#nombre!|#valor!|#¡valor!|#¡ref!|#¿nombre?|#¡div/0!|#¡num!|#nome?|#rif!',
		'#valore!|#waarde!|#naam?|#verw!|#getal!|n/a|n / a|n.a.|n.a|n/d|n.d.|k.a.|s/d|s/n|n\\a|\\n',
		'\\\\n|undefined|nan|nat|<na>|[object object]|[object null]|[object undefined]',
		'[object promise]|[object array]|{}|[]|(null)|<null>|[null]|{null}|"null"|\'null\'|(none)|<none>',
		'[none]|(blank)|<blank>|(empty)|<empty>|[empty]|(unknown)|<unknown>|[unknown]|(not set)',
		'<not set>|(undefined)|<unset>|not set|not provided|none provided|not available|not applicable',
		'not specified|not given|not found|not known|no data|no value|no name|unspecified|dbnull',
		'nullptr|invalid date|invalid datetime|tbd|tba|tbc|t.b.d.|to be determined|to be defined|xxx',
		'xxxx|-|--|---|–|—|−|_|__|?|??|???|""|\'\'|null null|undefined undefined|keine angabe',
		'nicht angegeben|non renseigné|no disponible|no aplica|non disponibile|não informado',
		'#ref|#value|#div/0|#n/v|#n/b|#n/disp|#i/t|#нд|#н/д|#yok|#saknas|#brak|#hiányzik|loading...',
		'loading…|k. a.|n/c|ohne angabe|nicht bekannt|sans objet|sin datos|sin nombre|senza nome',
		'(leer)|(vide)|(vacío)|(en blanco)|(vuoto)|(vazio)|(leeg)|(no name)|[no name]|(sin nombre)',
		'不明|不详|不詳|該当なし|未入力|未定|未設定|データなし|없음|미상|н/д|нет данных',
	].join('|'),
	nothing: 'null|none|na',
	unknown: [
		'unknown|unknown unknown|unbekannt|inconnu|inconnue|desconocido|desconocida|sconosciuto',
		'desconhecido|onbekend|ukendt|ukjent|okänd|nieznany|неизвестно|неизвестный',
	].join('|'),
	trial: [
		'test|test1|test2|test 1|test 2|tester|testing|dummy|sample|example|blank|empty|missing|void|nil|anonymous|nobody',
		'unnamed|noname|fnu|lnu|nmn|nmi|true|false|xx|leer|vide|vacío|keine|aucun|aucune|ninguno',
		'nessuno|nenhum|geen|ingen|brak|нет|なし|無|无|admin|administrator|customer|user|info|support',
		'walk-in|walk in|demo|asdf|qwerty|abc|same|ditto|see above|same as above|baby boy|baby girl',
		'n.n.|john doe|jane doe|yes|mr.|mrs|mrs.|ms.',
	].join('|'),
};

const KIND_OF: ReadonlyMap<string, PlaceholderKind> = new Map(
	(['never', 'nothing', 'unknown', 'trial'] as const).flatMap((kind) =>
		TOKENS[kind].split('|').map((token) => [token, kind] as const),
	),
);

const FIRST_AFTER_ASCII = 128;
const ANY_LENGTH = -1;
/**
 * By the code of their first character, how long placeholders are, as bits: this tells most other text at once. A length is
 * taken modulo 32, so some long text is looked up in vain.
 */
const LENGTHS = new Int32Array(FIRST_AFTER_ASCII);
for (const token of KIND_OF.keys()) {
	for (const first of [token, token.toUpperCase()]) {
		LENGTHS[first.charCodeAt(0)]! |= 1 << token.length;
	}
}
LENGTHS['#'.charCodeAt(0)] = ANY_LENGTH;

function mayBePlaceholder(text: string): boolean {
	const first = text.charCodeAt(0);
	return first >= FIRST_AFTER_ASCII || (LENGTHS[first]! & (1 << text.length)) !== 0;
}

/** Nan is a name, while nan and NaN are what programs write for a number that is none. Likewise Nat for a day. */
const NAMES_AMONG_TOKENS = new Set(['Nan', 'Nat']);

/** Formulas that failed, in the many languages of Excel: #ARG!, #ЗНАЧ!, #NAMN?, #DEEL/0! */
const FORMULA = /^#[¡¿]?\p{Lu}[\p{Lu}/0_]{1,15}[!?]$/u;
/** Columns of a sheet that are too narrow for what they show. */
const NARROW = /^#{2,}$/;

/**
 * Finds out whether a whole cell is a placeholder.
 *
 * @param text without spaces around it
 */
export function placeholderKind(text: string): PlaceholderKind | undefined {
	if (!mayBePlaceholder(text)) return undefined;
	if (NAMES_AMONG_TOKENS.has(text)) return 'nothing';
	const kind = KIND_OF.get(text.toLowerCase());
	if (kind !== undefined) return kind;
	if (FORMULA.test(text)) return 'formula';
	return NARROW.test(text) ? 'never' : undefined;
}

/** What a placeholder becomes; undefined for text that is none. Words that are data in such a column are none there. */
export function settlePlaceholder(
	text: string,
	{ placeholders }: RuleContext,
	isData: (kind: PlaceholderKind) => boolean = (kind) => kind === 'trial',
): '' | { code: 'placeholder' } | undefined {
	const kind = placeholderKind(text);
	if (kind === undefined || isData(kind)) return undefined;
	return placeholders === 'empty' ? '' : { code: 'placeholder' };
}

/** What expressions leave inside text where a field is missing, as in crm-undefined. */
const LEFTOVER_IN_TEXT = /undefined|\[object |Invalid Date|\bnull\b|\bNaN\b/;
const LEFTOVER_IN_ID =
	/undefined|\[object |Invalid Date|(?:^|[^A-Za-z0-9])(?:null|NULL|NaN|nan|None|Infinity)(?:$|[^A-Za-z0-9])/;
/** In an ID that is an email address, null and none are parts of names, unless they are all of it. */
const LEFTOVER_IN_ADDRESS = /undefined|\[object |^(?:null|nan|none)@/i;

const SHORTEST_PART_OF_WORD = 'undefined'.length;

/** Whether a text that is no placeholder may hold one of them; most have none of their signs, or are one short word. */
function mayHoldLeftover(text: string): boolean {
	const kinds = kindsIn(text);
	if ((kinds & (LETTER_N | OTHER)) === 0) return false;
	return text.length >= SHORTEST_PART_OF_WORD || (kinds & ~(LETTER | LETTER_N)) !== 0;
}

/** Whether text for people holds what an expression leaves where a field is missing. */
export function hasLeftover(text: string): boolean {
	return mayHoldLeftover(text) && LEFTOVER_IN_TEXT.test(text);
}

/** The same for an ID, where separators and case tell it from names. */
export function hasLeftoverInId(id: string): boolean {
	if (!mayHoldLeftover(id)) return false;
	return id.includes('@') ? LEFTOVER_IN_ADDRESS.test(id) : LEFTOVER_IN_ID.test(id);
}
