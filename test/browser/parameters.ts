import type { Locator } from 'playwright-core';
import type { Editor } from './support/editor';
import { expectSoon } from './support/eventually';
import { story } from './support/story';

const REQUEST = ['API Version', 'Response Fields', 'Response Include', 'Response Key Style'];
const WAITING = ['Poll Interval', 'Wait Timeout'];
const OF_IMPORT = [
	'Dry Run',
	'File Name',
	'Placeholder Values',
	'Repeated Runs',
	'Rows per Import',
	'Unmatched Fields',
];
const OF_ACCOUNTS = ['Birthdate Format', 'Duplicate Reference IDs', 'Tag Separator'];

/** Resource, operation, names of the fields behind these two, names of the options. */
const OPERATIONS: [string, string, string[], string[]][] = [
	['Importer', 'Get', ['Importer'], REQUEST],
	[
		'Importer',
		'Get Many',
		['Return All', 'Limit'],
		REQUEST.filter((name) => name !== 'Response Include'),
	],
	['Importer', 'Wait for Completion', ['Importer'], [...REQUEST, ...WAITING]],
	[
		'List Item',
		'Import',
		[
			'List Type',
			'List',
			'Import From',
			'Match Type',
			'Mapping Column Mode',
			'Output',
			'Wait for Completion',
		],
		[...REQUEST, ...WAITING, ...OF_IMPORT],
	],
	[
		'Account',
		'Import',
		['Import From', 'Mapping Column Mode', 'Output', 'Wait for Completion'],
		[...REQUEST, ...WAITING, ...OF_IMPORT, ...OF_ACCOUNTS],
	],
];

/** What each option is set to, so that all of them show; three depend on others. */
const ALL_OPTIONS = {
	personaVersion: '2025-12-08',
	birthdateCustomFormat: '',
	birthdateFormat: 'custom',
	dryRun: true,
	duplicates: 'reject',
	fields: { values: [{ type: '', attributes: '' }] },
	fileName: 'accounts.csv',
	idempotency: 'custom',
	idempotencyKey: '',
	include: '',
	keyInflection: 'kebab',
	placeholders: 'reject',
	pollInterval: 5,
	rowsPerImport: 10000,
	dryRunShowSocialSecurityNumbers: false,
	tagSeparator: ',',
	unmatchedFields: 'ignore',
	waitTimeout: 240,
};

/** Texts in labels, fields and notices of which not all can be seen. */
async function cutOff(pane: Locator): Promise<string[]> {
	return await pane
		.locator('label, label *, input, .notice')
		.evaluateAll((found) =>
			found
				.filter(
					(element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
				)
				.map((element) => ('value' in element ? String(element.value) : element.innerText)),
		);
}

/** A person looks through what can be set. */
export function describeParameters(editor: () => Editor): void {
	describe('the parameters', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		const labels = async () => {
			const all = await editor()
				.node.getByTestId('node-parameters')
				.getByTestId('input-label')
				.allInnerTexts();
			// Behind the options come those of the other tab, which is not shown.
			const names = all.map((text) => text.split('\n')[0]!.trim());
			return names.slice(0, names.indexOf('Options') + 1);
		};

		story(editor, 'are those of the operation, with its options from A to Z', async () => {
			const { page, node } = editor();
			await editor().openNode('operations', { credential });
			for (const [resource, operation, fields, options] of OPERATIONS) {
				await editor().choose(editor().field('resource'), resource);
				await editor().choose(editor().field('operation'), operation);
				await expectSoon(labels, ['Resource', 'Operation', ...fields, 'Options']);
				await node.getByTestId('collection-parameter-add').click();
				const menu = page.getByTestId('collection-parameter-option');
				await expectSoon(() => menu.allInnerTexts(), [...options].sort());
				await page.keyboard.press('Escape');
				await menu.first().waitFor({ state: 'hidden' });
			}
		});

		story(editor, 'are not cut off, in the light and in the dark', async () => {
			const { page, node } = editor();
			const parameters = { options: ALL_OPTIONS };
			await page.emulateMedia({ colorScheme: 'dark' });
			await editor().openWorkflow('options', { credential, parameters });
			await editor().onCanvas('Persona').locator('img[src$="/persona.dark.svg"]').waitFor();
			await editor().onCanvas('Persona').dblclick();
			for (const field of Object.keys(ALL_OPTIONS).filter((name) => name !== 'fields')) {
				await editor().field(field).waitFor();
			}
			expect(await cutOff(node.getByTestId('node-parameters'))).toEqual([]);
			await page.emulateMedia({ colorScheme: 'light' });
			expect(await cutOff(node.getByTestId('node-parameters'))).toEqual([]);
			await page.keyboard.press('Escape');
			await editor().onCanvas('Persona').locator('img[src$="/persona.svg"]').waitFor();
		});

		story(editor, 'say what they do, and in which unit', async () => {
			const { page, node } = editor();
			await editor().onCanvas('Persona').dblclick();
			await expectSoon(() => node.getByText('In seconds', { exact: true }).count(), 2);
			const label = node.locator('label').filter({ hasText: 'Duplicate Reference IDs' });
			await label.scrollIntoViewIfNeeded();
			await label.hover();
			await label.locator('svg').first().hover();
			await page
				.getByText('What to do with items that share a reference ID, ignoring case')
				.first()
				.waitFor();
		});
	});
}
