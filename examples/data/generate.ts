/**
 * Writes the example data next to this file and prints what is in it: `npx tsx examples/data/generate.ts`.
 * The same source always gives the same bytes. Every person in the files is invented.
 */
import { stringify } from 'csv-stringify/sync';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { accountColumns, accountsFile } from './generator/accounts';
import { emailBlockList } from './generator/block-list';
import { columns } from './generator/contact';
import { crmContacts } from './generator/contacts';
import { countFacts } from './generator/facts';
import { contactsWithProblems, problemColumns, type Verdict } from './generator/problems';

const seed = 20_251_208;

function csv(rows: object[], header: readonly string[]): string {
	return stringify(rows, {
		header: true,
		columns: [...header],
		record_delimiter: 'windows',
		// csv-stringify quotes the line break it writes itself, not the other kinds.
		quoted_match: /[\r\n]/,
	});
}

/** File name → content. */
export function generateFiles(): Record<string, string> {
	const problems = contactsWithProblems().map(({ row }) => row);
	return {
		'accounts.csv': csv(accountsFile(crmContacts(seed)), accountColumns),
		'crm-contacts.csv': csv(crmContacts(seed), columns),
		'crm-contacts-with-problems.csv': csv(problems, problemColumns),
		'email-block-list.csv': csv(emailBlockList(), ['value', 'match_type']),
	};
}

/** The numbers as examples/README.md shows them, word for word. */
export function report(): string {
	const crm = countFacts(crmContacts(seed));
	const sharing = crm.rows - crm.blankRows - crm.accountsWithUniqueId;
	const problems = contactsWithProblems();
	const count = (verdict: Verdict) => problems.filter((entry) => entry.verdict === verdict).length;
	return [
		'| File | Rows | Blank | Repeated IDs | Rejected | **Accounts** |',
		'| --- | --: | --: | --: | --: | --: |',
		`| \`crm-contacts.csv\` | ${crm.rows} | ${crm.blankRows} | ${crm.duplicates} | 0 | **${crm.accounts}** |`,
		`| \`crm-contacts-with-problems.csv\` | ${problems.length} | ${count('blank')} | ${count('duplicate')} | ${count('unusable')} | **${count('good')}** |`,
		'',
		`\`crm-contacts.csv\`: ${crm.withoutReferenceId} contacts have no ID. ${sharing} rows share an ID with another row;`,
		`with *Duplicate Reference IDs* set to Reject they are rejected, and ${crm.accountsWithUniqueId} accounts are imported.`,
		'',
		`\`accounts.csv\`: ${accountsFile(crmContacts(seed)).length} rows. \`email-block-list.csv\`: ${emailBlockList().length} rows.`,
	].join('\n');
}

if (require.main === module) {
	for (const [name, content] of Object.entries(generateFiles())) {
		writeFileSync(join(__dirname, name), content);
	}
	console.log(report());
}
