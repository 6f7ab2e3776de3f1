import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hostsTable } from './support/hostsTable';
import { checksTable, filesTable, outcomesTable } from './support/messageTables';

const README = join(__dirname, '../../README.md');

it.each([
	['checks', checksTable],
	['files', filesTable],
	['outcomes', outcomesTable],
	['hosts', hostsTable],
])('the README lists the %s as the code has them', (name, table) => {
	const text = readFileSync(README, 'utf8');
	const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`);
	expect(text).toMatch(place);
	const current = text.replace(
		place,
		(_, start: string, end: string) => `${start}\n${table()}\n${end}`,
	);
	if (process.env.UPDATE_DOCUMENTS !== undefined) writeFileSync(README, current);
	else expect(text).toBe(current);
});
