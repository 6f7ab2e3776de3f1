import { PersonaApi } from '../../credentials/PersonaApi.credentials';
import { Persona } from '../../nodes/Persona/Persona.node';
import { PersonaTrigger } from '../../nodes/Persona/PersonaTrigger.node';
import { DOCUMENTS, proseOf } from './support/documents';
import { allTexts } from './support/shownTexts';

/** All texts in the description of a node or a credential. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

const SHOWN = [
	...[new Persona(), new PersonaTrigger(), new PersonaApi()].flatMap(textsIn),
	...allTexts(),
];
const WRITTEN = DOCUMENTS.map(proseOf);

test.each([
	['in the node', SHOWN],
	['in the documents', WRITTEN],
])('there is nothing stiff %s', (_where, texts) => {
	const stiff = /\b(?:needs? not|lies (?:in|before|after|outside)|shall)\b/i;
	expect(texts.filter((text) => stiff.test(text))).toEqual([]);
});

/** n8n 2 calls publishing what n8n 1 calls activating; the node runs in both. */
test.each([
	['in the node', SHOWN],
	['in the documents', WRITTEN],
])('activating a workflow is also called publishing %s', (_where, texts) => {
	const activating = texts.filter((text) => /\b(?:de)?activat(?:es?|ed|ing)\b/i.test(text));
	expect(activating).not.toEqual([]);
	expect(activating.filter((text) => !/publish/i.test(text))).toEqual([]);
});
