/** Text of others, such as the name of a field, for an error's description, which the editor shows as HTML. */
export function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * Sentences as a list for an error's description. The editor shows descriptions as HTML, where line breaks alone run
 * together; where one is read as text, they help.
 */
export function htmlList(sentences: readonly string[]): string {
	const entries = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
	return ['<ul>', ...entries, '</ul>'].join('\n');
}
