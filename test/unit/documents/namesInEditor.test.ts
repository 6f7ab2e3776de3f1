import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../../nodes/Persona/pipeline/columns';
import { fitsOf } from '../../../nodes/Persona/pipeline/fits';
import { emphasizedIn } from '../support/documents';
import { namesInEditor } from '../support/nodeNames';

describe('names in the editor', () => {
	/** What n8n, Persona and GitHub call what is in bold. */
	const OTHERS = [
		...['Settings', 'Settings → Community nodes', 'Install', 'Execute step', 'Execute workflow'],
		...['On Error', 'Stop Workflow', 'Continue', 'Continue (using error output)', 'Stop'],
		...['Retry On Fail', 'Retry execution', 'Execute Once', 'Import → From file'],
		...['Import from File', 'Do not save'],
		...['Mapping Column Mode', 'Map Automatically', 'Map Each Column Manually'],
		...['Save successful production executions', 'Save failed production executions'],
		...['Save manual executions', 'API → API Keys', 'Accounts', 'Security'],
		'Report a vulnerability',
	];
	/** Pages on which all that is in bold is a name. */
	const PAGES = [
		'README.md',
		'docs/reference.md',
		'docs/messages.md',
		'docs/data-checks.md',
		'docs/reliability.md',
		'examples/README.md',
	];
	/** Words in bold with which a paragraph begins. */
	const OPENINGS =
		/^(The node|n8n|Persona|All columns|Numbers|Birthdates|Social security numbers|Reference IDs|Match types|Geolocations|IP addresses|Phone numbers|Empty rows|Sent|Cleaned|Warned about|Rejected|Email addresses|Government ID numbers|The order of day and month|A format that you choose|\d+)$/;
	const names = namesInEditor();

	it.each(PAGES)('%s names in bold what exists', (document) => {
		const unknown = emphasizedIn(document).bold.filter(
			(name) => !names.has(name) && !OTHERS.includes(name) && !OPENINGS.test(name),
		);
		expect(unknown).toEqual([]);
	});

	it('the names of fields in italics are understood by automatic mapping', () => {
		const columns = [ACCOUNT_IMPORT, ...Object.values(LIST_ITEM_IMPORTS)].flatMap(
			({ columns }) => columns,
		);
		const named = ['README.md', 'docs/reference.md'].flatMap((page) => emphasizedIn(page).italic);
		expect(named.length).toBeGreaterThan(15);
		expect(named.filter((name) => fitsOf(name, columns).length === 0)).toEqual([]);
	});
});
