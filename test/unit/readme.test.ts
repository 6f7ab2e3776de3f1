import { expectInDocument } from '../shared/generated';
import { hostsTable } from './support/hostsTable';
import { checksTable, filesTable, outcomesTable } from './support/messageTables';

it.each([
	['checks', checksTable],
	['files', filesTable],
	['outcomes', outcomesTable],
	['hosts', hostsTable],
])('the README lists the %s as the code has them', (name, table) => {
	expectInDocument('README.md', name, table());
});
