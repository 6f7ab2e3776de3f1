import { inspect } from 'node:util';

import { expectInDocument } from '../shared/generated';
import { summaryTable } from './support/badInput/summary';
import { TOPICS } from './support/badInput/topics';
import { flawsOfDescription, flawsOfMessage } from './support/badInput/wording';

const topics = Object.values(TOPICS).flat();
const cases = topics.flatMap((topic) => topic.cases);

it('has 800 cases and more, each of its own', () => {
	expect(cases.length).toBeGreaterThanOrEqual(800);
	const names = topics.flatMap((topic) => topic.cases.map(({ name }) => `${topic.name}: ${name}`));
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	const inputs = new Map<string, string[]>();
	const whole = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity };
	for (const { name, input } of cases) {
		const text = inspect(input, whole);
		inputs.set(text, [...(inputs.get(text) ?? []), name]);
	}
	expect([...inputs.values()].filter((names) => names.length > 1)).toEqual([]);
});

it('is summed up in docs/reliability.md', () => {
	expectInDocument('docs/reliability.md', 'bad-input', summaryTable(topics));
});

describe('the rules for wording', () => {
	it.each([
		['An error in item 3 of the file', 'a word that is avoided'],
		["Item 3, column 'tags': holds undefined where text belongs", 'a value of a program'],
		["Item 3, column 'tags': holds [object Object] here", 'a value of a program'],
		["Item 3: TypeError in column 'tags' of this row", 'a stack trace'],
		['Item 3 went wrong at checkRow (rows.ts:12:3)', 'a stack trace'],
		["Item 3: the file in '' is not there", 'empty quotes'],
		["item 3, column 'tags': is not text", 'no capital at the start'],
		["Item 3, column 'tags': is not text.", 'a full stop at the end'],
		["Item 3, column 'tags': is not text.. Mend it", 'two full stops'],
		['Something went wrong with what was sent', 'says not where'],
		['Item 3', 'too short'],
		["Item 3, column 'tags': is\u0007 not text", 'a control character'],
		["Item 3, column 'tags\ud83d': is not text", 'half of a character'],
	])('see through %j: %s', (message, flaw) => {
		expect(flawsOfMessage(message)).toContain(flaw);
	});

	it('let good ones pass', () => {
		expect(flawsOfMessage("Item 3, column 'birthdate': is in the future")).toEqual([]);
		const description = "Persona says: Idempotency error. Set 'On Error' to Continue.";
		expect(flawsOfDescription(description)).toEqual([]);
	});
});
