/** What a text for users must not have, each with its name. */
const FLAWS: readonly [string, RegExp][] = [
	['a word that is avoided', /\b(errors?(?! output)|problems?|failures?|mistakes?)\b/i],
	['a stack trace', /\n\s*at |\bat \S+ \(|\.[cm]?[jt]s:\d|node_modules|\b[A-Z]\w+Error\b/],
	['a value of a program', /\[object |\bundefined\b|\bNaN\b|\bnull\b|\bSymbol\(/],
	['empty quotes', /(?<!\w)''(?!\w)|""/],
	['two blanks, or one in front of a full stop', / {2}| [.,:;]/],
	['two full stops', /(?<!\.)\.\.(?!\.)/],
	['a control character', /[^\P{Cc}\n]/u],
];

/** Names of settings are quoted, and one of n8n's is 'On Error'. */
const QUOTED = /'On Error'|'[^']*'(?=\W|$)/g;
/** Foreign words, which are passed on. */
const PERSONA_SAYS = /Persona says: .*?\.(?= |$)/gs;

const SHORTEST = 15;
const LONGEST_MESSAGE = 600;
const LONGEST_DESCRIPTION = 2_000;

function flawsOf(text: string, longest: number): string[] {
	const own = text.replace(PERSONA_SAYS, 'Persona says.');
	const flaws = FLAWS.filter(([name, flaw]) => {
		const isAboutWords = name === 'a word that is avoided';
		return flaw.test(isAboutWords ? own.replace(QUOTED, '…') : own);
	}).map(([name]) => name);
	if (!text.isWellFormed()) flaws.push('half of a character');
	if (text.length < SHORTEST) flaws.push('too short');
	if (text.length > longest) flaws.push(`too long (${text.length})`);
	return flaws;
}

/** Names what is wrong with the wording of a message; it has to say where, and stands without a full stop at its end. */
export function flawsOfMessage(message: string): string[] {
	const flaws = flawsOf(message, LONGEST_MESSAGE);
	if (!/^['"]?[\p{Lu}\d]/u.test(message)) flaws.push('no capital at the start');
	if (message.endsWith('.')) flaws.push('a full stop at the end');
	if (
		!/Item \d|'[^']+'|Persona|HTTP \d|input fields?|no row to import|\d of \d+ (?:rows?|files?)/.test(
			message,
		)
	)
		flaws.push('says not where');
	return flaws;
}

/** The same for a description, which says how to get unstuck. */
export function flawsOfDescription(description: string): string[] {
	const flaws = flawsOf(description, LONGEST_DESCRIPTION);
	if (!/^(<ul>\n<li>)?['"]?[\p{Lu}\d]/u.test(description)) flaws.push('no capital at the start');
	return flaws;
}
