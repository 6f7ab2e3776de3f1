const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

/** Line breaks, other control characters, and what turns the direction of the text after it or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/**
 * Makes text of others, such as the name of a field or a file, safe for hints and for descriptions of errors: n8n's editor
 * shows both as HTML. Such text stays on one line and shows the characters that it has. Not for messages and for values in
 * the output, which the editor shows as they are.
 */
export function safeForEditor(text: string): string {
	return text
		.toWellFormed()
		.replace(UNSEEN, ' ')
		.replace(/[&<>"'`]/g, (character) => ENTITIES[character]!);
}
