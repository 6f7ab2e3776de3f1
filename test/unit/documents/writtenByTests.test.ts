import { expectInDocument } from '../../shared/generated';
import { comparisonTable } from '../support/comparisonTable';
import { hostsTable } from '../support/hostsTable';
import { checksTable, filesTable, outcomesTable, warningsTable } from '../support/messageTables';

it.each([
	['docs/messages.md', 'checks', checksTable],
	['docs/messages.md', 'warnings', warningsTable],
	['docs/messages.md', 'files', filesTable],
	['docs/messages.md', 'outcomes', outcomesTable],
	['README.md', 'hosts', hostsTable],
	['docs/comparison.md', 'measured', comparisonTable],
])('%s has the %s as the code has them', (document, name, table) => {
	expectInDocument(document, name, table());
});
