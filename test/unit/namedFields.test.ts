import type { INodeProperties } from 'n8n-workflow';

import { PersonaApi } from '../../credentials/PersonaApi.credentials';
import { accountFields, batchJobKind } from '../../nodes/Persona/pipeline/accountFields/columns';
import { checkRows } from '../../nodes/Persona/pipeline/checkRows';
import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../nodes/Persona/pipeline/columns';
import { settleDuplicates } from '../../nodes/Persona/pipeline/duplicates';
import type { RuleContext } from '../../nodes/Persona/pipeline/rules';
import type { ImportKind } from '../../nodes/Persona/pipeline/types';
import { BROKEN } from './support/brokenValues';
import { PARAMETERS } from './support/nodeNames';
import { ruleContext } from './support/rules';
import { textsReachedFrom } from './support/shownTexts';
import { TRIGGER_FIELDS } from './support/triggerFields';

const NODE = 'nodes/Persona';

/** Names that are quoted, and no fields of this node. */
const OTHERS = {
	'settings that n8n adds to every node': ['On Error', 'Execute Once', 'Mapping Column Mode'],
	'a word in a pattern for dates': ['UTC'],
	'permissions of an API key': ['Read Importers', 'Create/Update Importers'],
};

/** Where a text says first that it is about another node. */
const OF_ANOTHER_NODE =
	/In the Extract from File node, .*|'[^']+' to [\w ]+ in the node that imports.*/g;

const UPLOADS = ['account:import', 'account:update', 'account:upsert', 'listItem:import'];
const BATCHES = ['account:update', 'account:upsert'];

/** Texts that an operation reaches and never shows. The sentences about values have a test of their own. */
const NEVER_SHOWN: [place: string, reason: string, isNever: (operation: string) => boolean][] = [
	['pipeline/rules/codes.ts#PROBLEM_SENTENCES', 'tested below', () => true],
	['pipeline/rules/codes.ts#OR_TREAT_AS_EMPTY', 'tested below', () => true],
	[
		'transport/messages.ts#KEY_REUSED',
		'only uploads have an Idempotency-Key',
		(operation) => !UPLOADS.includes(operation),
	],
	[
		'pipeline/automaticMapping/stops.ts#noColumnStop',
		'batch jobs do not look for files',
		(operation) => BATCHES.includes(operation),
	],
	...['checkSource.ts#stopWithoutOrder', 'valueOptions.ts#readPattern'].map(
		(place): (typeof NEVER_SHOWN)[number] => [
			`actions/import/${place}`,
			'lists have no birthdates',
			(operation) => operation === 'listItem:import',
		],
	),
	[
		'actions/import/valueOptions.ts#readSeparator',
		'lists have no tags, so the separator is the default',
		(operation) => operation === 'listItem:import',
	],
];

function namesOf({ displayName, type, options = [], typeOptions }: INodeProperties): string[] {
	const inside = type === 'collection' ? (options as INodeProperties[]).flatMap(namesOf) : [];
	return [displayName, ...inside, ...[typeOptions?.resourceMapper?.valuesLabel ?? []].flat()];
}

/** The names that a user of an operation sees. */
function namesIn(operation: string): Set<string> {
	const isThere = ({ displayOptions: { show = {} } = {} }: INodeProperties) => {
		const fits = (allowed: unknown[] | undefined, value = '') => allowed?.includes(value) ?? true;
		const [resource, name] = operation.split(':');
		return fits(show.resource, resource) && fits(show.operation, name);
	};
	const own = operation === 'trigger' ? TRIGGER_FIELDS : PARAMETERS.filter(isThere);
	const all = [...own, ...new PersonaApi().properties].flatMap(namesOf);
	return new Set([...all, ...Object.values(OTHERS).flat()]);
}

/** The names in quotes that are not among these. */
function strangersIn(text: string, names: ReadonlySet<string>): string[] {
	const own = text.replace(OF_ANOTHER_NODE, '');
	const quoted = [...own.matchAll(/(?<![\w…])'([A-Z][\w /]*)'(?!\w)/g)].map(([, name]) => name!);
	return quoted.filter((name) => !names.has(name)).map((name) => `'${name}' in: ${text}`);
}

const operations = PARAMETERS.filter(({ name }) => name === 'operation').flatMap(
	({ options = [], displayOptions }) =>
		options.map((option) => {
			const [resource] = displayOptions!.show!.resource as string[];
			return `${resource}:${(option as { value: string }).value}`;
		}),
);

const ROOTS: [string, string[]][] = [
	...operations.map((operation): [string, string[]] => [
		operation,
		[`${NODE}/actions/${operation.replace(':', '/')}.operation.ts#execute`],
	]),
	[
		'trigger',
		['create', 'checkExists', 'archive'].map((name) => `${NODE}/trigger/lifecycle.ts#${name}`),
	],
	['trigger', [`${NODE}/trigger/receive.ts#receive`]],
	['listItem:import', [`${NODE}/methods/listSearch.ts#searchLists`]],
	['importer:get', [`${NODE}/methods/listSearch.ts#searchImporters`]],
];

test.each(ROOTS)('%s names only fields that it has', (operation, roots) => {
	const names = namesIn(operation);
	const isShown = (place: string) =>
		!NEVER_SHOWN.some(([never, , isNever]) => place === `${NODE}/${never}` && isNever(operation));
	const texts = roots.flatMap(textsReachedFrom).filter(({ place }) => isShown(place));
	expect(texts.length).toBeGreaterThan(10);
	expect(texts.flatMap(({ text }) => strangersIn(text, names))).toEqual([]);
});

const BATCH: ImportKind = batchJobKind(
	accountFields('reference_id', undefined, ['nickname']),
	'reference_id',
);
const KINDS: [string, string, ImportKind, Partial<RuleContext>][] = [
	['account:import', 'rows', ACCOUNT_IMPORT, {}],
	...Object.entries(LIST_ITEM_IMPORTS).map(([type, kind]): (typeof KINDS)[number] => [
		'listItem:import',
		type,
		kind,
		{},
	]),
	...BATCHES.map((operation): (typeof KINDS)[number] => [
		operation,
		'rows',
		BATCH,
		{ placeholders: 'rejectAlways' },
	]),
];
const FORMATS = [
	...(['detect', 'iso', 'us', 'eu', 'excelSerial', 'unixSeconds'] as const),
	...(['unixMilliseconds', 'custom'] as const),
];

/** What is said of rows that hold a value in every column. */
async function saidOf(values: readonly unknown[], kind: ImportKind, context: RuleContext) {
	const { columns, uniqueColumn } = kind;
	const source = { columns, read: (index: number) => columns.map(() => values[index]) };
	const checked = await checkRows(source, values.length, context);
	const { rejected } = await settleDuplicates(checked, uniqueColumn, 'reject');
	return rejected.flatMap(({ problems }) => problems.map(({ message }) => message));
}

test.each(KINDS)(
	'%s, %s: so does what it says of values',
	async (operation, _what, kind, rules) => {
		const said = new Set<string>();
		for (const birthdateFormat of FORMATS) {
			const context = ruleContext({ ...rules, birthdateFormat });
			const runs = Object.values(BROKEN).map(({ value }) => [value]);
			for (const values of [...runs, ['a', 'A'], ['31/03/1990', '03/31/1990']])
				for (const message of await saidOf(values, kind, context)) said.add(message);
		}
		expect([...said].some((message) => message.includes('placeholder'))).toBe(true);
		const names = namesIn(operation);
		expect([...said].flatMap((message) => strangersIn(message, names))).toEqual([]);
	},
);
