import { HOSTS } from '../../scripts/n8n/versions';
import { openHost, type HostInstance } from './support/host';
import { importsAccounts } from './topics/accounts';
import { writesThroughBatchJobs } from './topics/batchJobs';
import { keepsTheKey } from './topics/credential';
import { servesTheEditor } from './topics/editor';
import { evaluatesExpressions } from './topics/expressions';
import { followsImports } from './topics/importers';
import { fillsLists } from './topics/listItems';
import { followsOnError } from './topics/onError';
import { looksUpAndRedacts } from './topics/redact';
import { tellsWhatCannotGo } from './topics/refusals';
import { startsOnEvents } from './topics/trigger';

/** Time for everything that happens before the first test, with n8n already in the cache. */
const SETUP_LIMIT = 900_000;

jest.setTimeout(120_000);

describe.each(HOSTS)('n8n $version, laid out by $layout', (host) => {
	let instance: HostInstance;

	beforeAll(async () => {
		instance = await openHost(host);
	}, SETUP_LIMIT);

	beforeEach(() => instance.sandbox.reset());

	afterAll(() => instance.close());

	it('is this n8n on one of its versions of Node', async () => {
		const settings = await instance.request<Record<string, string>>('GET', '/settings');
		expect(settings.versionCli).toBe(host.version);
		expect(host.nodes).toContain(Number(settings.nodeJsVersion?.split('.')[0]));
	});

	// One n8n serves all of them, because starting one takes longer than running them.
	const opened = () => instance;
	describe('Account', () => importsAccounts(opened, host.keepsFilesInMemory));
	describe('Account: Get, Get Many and Redact', () => looksUpAndRedacts(opened));
	describe('Batch Job', () => writesThroughBatchJobs(opened));
	describe('Expressions', () => evaluatesExpressions(opened));
	describe('Importer', () => followsImports(opened));
	describe('List Item', () => fillsLists(opened));
	describe('On Error', () => followsOnError(opened));
	describe('Trigger', () => startsOnEvents(opened));
	describe('What cannot go', () => tellsWhatCannotGo(opened));
	describe('Editor', () => servesTheEditor(opened));
	describe('Credential', () => keepsTheKey(opened));
});
