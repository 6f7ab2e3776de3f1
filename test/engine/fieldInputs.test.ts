import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { checkWording } from './support/badInput/check';
import { hintsOf, importWorkflow, outputOf, reasonIn, runWorkflow } from './support/engine';
import { findMarkers } from './support/search';

const INPUTS = join(__dirname, 'fieldInputs');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** What has to become of an input under *Continue*. */
interface Right {
	options?: IDataObject;
	timezone?: string;
	/** The CSV, header first, without what is not there; none when nothing may be sent. */
	sent?: string[];
	/** What the messages of the items that were not sent have in them, in order. */
	says?: string[];
	/** What hints have in them, in order. */
	hints?: string[];
}

const MIDDLE = 'holds a placeholder such as N/A, not a value';
const NO_ID = 'holds a placeholder such as N/A, which is no ID';
const PATTERN = "'social_security_number' is a run of digits";
const NEVER = 'is a number that is never issued';
const SWAPPED = 'fit DD/MM/YYYY, not MM/DD/YYYY';
const ENCODING = 'the file was read with the wrong encoding';
const US = { birthdateFormat: 'us' };

/** Small inputs as CRMs, databases and spreadsheets give them, each with what is right for it. */
const RIGHT: Readonly<Record<string, Right>> = {
	'database-day-at-local-midnight.json': {
		timezone: 'Europe/Berlin',
		sent: [
			'reference_id,name_first,name_last,birthdate,social_security_number',
			'41,Ann,Lee,1990-04-05,012-34-5678',
			'42,Bob,Ray,1958-12-31,123-45-6789',
			'43,Cy,Poe,1980-07-01,',
		],
		hints: [`In 2 rows ${PATTERN}`],
	},
	'two-sources-in-one-input.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate',
			'S-1,Ann,Lee,1990-04-05',
			'H-1,Bob,Ray,1958-12-31',
			'H-2,Cy,Poe,1980-07-01',
		],
	},
	'one-field-renamed.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate',
			'F-1,Ann,Lee,1990-04-05',
			'F-2,Bob,Ray,1958-12-31',
		],
	},
	'salesforce-contacts.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate',
			'0035g00000AAAA1AAA,Ann,Lee,1990-04-05',
			'0035g00000AAAA2AAA,Bob,Ray,1958-12-31',
			'0035g00000AAAA3AAA,Cy,Poe,1980-07-01',
		],
		hints: ['1 field was ignored: attributes'],
	},
	'several-ids.json': {
		says: Array.from(
			{ length: 2 },
			() => "'id', 'contact_id', 'Customer ID', 'uuid' hold different",
		),
	},
	'hubspot-search.json': {
		sent: ['reference_id,name_first,name_last,birthdate', '101,Ann,Lee,1990-04-05'],
		hints: ["inside 'properties' were read", '3 fields were ignored'],
	},
	'airtable-fields.json': {
		sent: ['reference_id,name_first,name_last,birthdate', 'recAAAAAAAAAAAAAA,Ann,Lee,1990-04-05'],
		hints: ["inside 'fields' were read", '1 field was ignored'],
	},
	'notion-simplified.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate,social_security_number',
			'1a2b3c4d,Ann,Lee,1990-04-05,012-34-5678',
		],
		hints: ["'property_first_name' was used", PATTERN, '2 fields were ignored: name, url'],
	},
	'payroll-headers.csv': {
		options: US,
		sent: [
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number',
			'A1,Ann,Q,Lee,1990-04-05,012-34-5678',
		],
		hints: [PATTERN],
	},
	'spanish-headers.csv': {
		options: { birthdateFormat: 'eu' },
		sent: ['reference_id,name_first,name_last,birthdate,tags', 'K-1,Zoë,García,1990-04-05,Hogar'],
	},
	'full-name.csv': {
		says: Array.from({ length: 2 }, () => "'Name' holds whole names, and 2 rows would go without"),
	},
	'placeholders.csv': {
		sent: [
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags',
			'C-8,Jennifer,,Null,1980-07-06,,',
		],
		says: [...Array.from({ length: 8 }, () => MIDDLE), NO_ID, NO_ID, NO_ID],
		hints: ["In 1 row 'name_last' is a word such as Null, Unknown or Test"],
	},
	'latin1.csv': { says: [ENCODING, ENCODING] },
	'decoded-twice.csv': {
		sent: [
			'reference_id,name_first,name_last',
			'C-1,FranÃ§ois,LefÃ¨vre',
			'C-2,Juan JosÃ©,Oâ€™Neil',
		],
		hints: ["In 2 rows 'name_first' has signs", "In 2 rows 'name_last' has signs"],
	},
	'day-first-dates.csv': { options: US, says: [SWAPPED, SWAPPED, SWAPPED, SWAPPED] },
	'mapped-field-gone.json': {
		sent: ['reference_id,name_first,name_last,social_security_number', ',,Lee,', ',,Ray,'],
		hints: ["'Reference ID' is mapped but empty", "'First Name' is", "'Social Security Number' is"],
	},
	'nothing-mapped.json': {
		says: Array.from({ length: 2 }, () => "Nothing under 'Values to Send' gives a value in 2 rows"),
	},
	'second-name.csv': {
		sent: ['name_first,name_last,birthdate', 'Ann,Lee,1990-04-05', 'Bob,Ray,1958-12-31'],
		hints: ["'Second Name' was used as Last Name"],
	},
	'ssns-never-issued.json': {
		sent: [
			'reference_id,name_first,social_security_number',
			'C-2,P2,999-99-9999',
			'C-3,P3,111-11-1111',
			'C-9,P9,123-45-6789',
		],
		says: [NEVER, NEVER, NEVER, NEVER, 'was published', 'was published'],
		hints: [`In 3 rows ${PATTERN}`],
	},
	'serials-that-are-no-birthdays.json': {
		options: { birthdateFormat: 'excelSerial' },
		sent: [
			'reference_id,name_first,birthdate',
			'C-1,Ann,1990-04-05',
			'C-3,Dee,1900-01-01',
			'C-4,Eve,1986-04-04',
		],
		says: ['holds a year alone, without month and day'],
		hints: ["In 1 row 'birthdate' is today or a usual filler"],
	},
	'filler-days.csv': {
		sent: [
			'reference_id,name_first,birthdate',
			'C-1,Ann,1900-01-01',
			'C-2,Bob,1970-01-01',
			'C-3,Cy,2026-11-25',
		],
		hints: ["'birthdate' is today or a usual filler"],
	},
	'footer-rows.json': {
		sent: [
			'reference_id,name_first,birthdate',
			'C-1,Ann,1990-04-05',
			'Total,1,',
			',Reference: this report was made on 2024-01-01,',
		],
		hints: ["'reference_id' says Total or the like", "In 2 rows 'name_first' has no letters"],
	},
	'blanks.json': {
		sent: ['reference_id,name_first,name_last', 'C-1,Ann,Lee', 'C-2,Bob,Ray', 'C-3,,', 'C-4,,.'],
		hints: ["In 1 row 'name_last' has no letters"],
	},
	'rejected-rows.json': {
		options: { birthdateFormat: 'iso' },
		sent: ['reference_id,name_first,birthdate', 'C-1,Ann,1990-04-05'],
		says: ["is not in the format set in 'Birthdate Format' (YYYY-MM-DD)"],
	},
	'two-alike-in-a-loop.json': {
		sent: ['name_first,name_last', 'Ann,Lee', 'Bob,Ray', 'Ann,Lee'],
		hints: ['In 2 rows there is no ID, and all columns are the same'],
	},
	'semicolons.csv': { says: ['No input field fits any column'] },
	'utf16.csv': { says: ['No input field fits any column', 'No input field fits any column'] },
	'milliseconds.json': {
		says: ['looks like milliseconds since 1970', 'looks like milliseconds since 1970'],
	},
	'title-above-the-header.json': {
		says: ['No input field fits any column', 'No input field fits any column'],
	},
	'two-digit-years.csv': {
		says: ['has a year with two digits; write all four', 'has a year with two digits'],
	},
	'google-labels.csv': {
		sent: [
			'name_first,name_middle,name_last,birthdate,tags',
			'Ann,Q,Lee,1990-04-05,School',
			'Cy,,Poe,,',
		],
	},
	'times-behind-dates.csv': {
		options: US,
		sent: ['reference_id,name_first,birthdate', '1,Ann,1990-04-05', '2,Bob,1958-12-31'],
	},
	'column-repeated.json': {
		sent: ['reference_id,name_first,name_last', 'C-1,Ann,Lee', 'C-2,Bob,Ray'],
		hints: ["'ID' was used, not 'ID_1'", "'Last Name_1' was used in 1 row"],
	},
};

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
		const run = await runWorkflow(file, { apiKey: sandbox.apiKey, baseUrl: sandbox.url });
		const [importer] = sandbox.importers();
		const csv = importer === undefined ? '' : sandbox.csvOf(importer.id).toString().trim();
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
