import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { checkWording } from './support/badInput/check';
import { hintsOf, importWorkflow, outputOf, reasonIn, runWorkflow } from './support/engine';
import { FIELDS } from './support/fieldInputs/fields';
import { VALUES } from './support/fieldInputs/values';
import { PersonaStandIn } from './support/personaStandIn';
import { findMarkers } from './support/search';

const INPUTS = join(__dirname, 'fieldInputs');

/** Small inputs as CRMs, databases and spreadsheets give them, each with what is right for it. */
const RIGHT = { ...FIELDS, ...VALUES };

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

/** Repeated names of columns get a number, as Extract from File gives them. */
function readCsv(text: string): IDataObject[] {
	const numbered = (names: string[]) =>
		names.map((name, place) => (names.indexOf(name) < place ? `${name}_1` : name));
	return parse(text, { columns: numbered, relax_column_count: true, relax_quotes: true });
}

/** The items of an input, and what the node is set to where the input says so. */
function readInput(name: string): { items: IDataObject[]; parameters?: INodeParameters } {
	const text = readFileSync(join(INPUTS, name), 'utf8');
	if (name.endsWith('.csv')) return { items: readCsv(text) };
	const input = JSON.parse(text) as IDataObject[] | { items: IDataObject[] };
	return Array.isArray(input) ? { items: input } : input;
}

const inOrder = (texts: readonly string[], parts: readonly string[]) =>
	texts.map((text, place) => (text.includes(parts[place] ?? '\0') ? parts[place] : text));

/** Examples that messages name. */
const EXAMPLES = ['123-45-6789', '1900-01-01', '1970-01-01'];

/** Values that say who somebody is: names of fields may be shown, and words of the messages are in some cells. */
function secretsIn(items: readonly IDataObject[]): string[] {
	const values = items.flatMap((item) => Object.values(item));
	const texts = values.filter((value): value is string => typeof value === 'string');
	return texts.filter((text) => /\d{3}/.test(text) && !EXAMPLES.includes(text));
}

it('every input has what is right for it', () => {
	expect(Object.keys(RIGHT).sort()).toEqual(readdirSync(INPUTS).sort());
});

it.each(Object.entries(RIGHT))(
	'%s',
	async (name, { options = {}, timezone, sent = [], ...right }) => {
		const { items, parameters } = readInput(name);
		const file = importWorkflow(items, {
			settings: { onError: 'continueRegularOutput' },
			parameters: { options, ...parameters } as INodeParameters,
		});
		if (timezone !== undefined) file.settings = { ...file.settings, timezone };
		const run = await runWorkflow(file, persona.access);
		const [importer] = persona.sandbox.importers();
		const csv = importer === undefined ? '' : persona.sandbox.csvOf(importer.id).toString().trim();
		expect(csv === '' ? [] : csv.split('\r\n')).toEqual(sent);
		const { says = [], hints = [] } = right;
		const reasons = outputOf(run).flatMap((item) => reasonIn(item)?.message ?? []);
		expect(inOrder(reasons, says)).toEqual(says);
		// Beside the answer, and what stopped a run as a whole.
		const shown = hintsOf(run).filter((hint) => !/sent/.test(hint));
		expect(inOrder(shown, hints)).toEqual(hints);
		checkWording(run);
		const texts = { reasons: outputOf(run).map(reasonIn), hints: hintsOf(run) };
		expect(findMarkers(texts, secretsIn(items), [])).toEqual([]);
	},
);
