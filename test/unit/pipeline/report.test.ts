import { rejectedJson, reportJson } from '../../../nodes/Persona/pipeline/results';

const rejected = rejectedJson({
	itemIndex: 3,
	problems: [
		{ column: 'tags', code: 'notText', message: 'holds an object', help: 'more' } as never,
	],
});
const report = {
	rows: 2,
	fileName: 'accounts.csv',
	bytes: 99,
	columns: ['reference_id', 'name_first'],
	rejected: [rejected],
	rejectedFiles: 1,
};

test('a rejected row has item, column, field, code and message, and nothing else', () => {
	expect(rejected).toEqual({
		item: 3,
		problems: [{ column: 'tags', field: null, code: 'notText', message: 'holds an object' }],
	});
});

test.each([
	['', 'dry-run', 'file-name', 'rejected-files'],
	['kebab', 'dry-run', 'file-name', 'rejected-files'],
	['snake', 'dry_run', 'file_name', 'rejected_files'],
	['camel', 'dryRun', 'fileName', 'rejectedFiles'],
] as const)('a report in %j', (inflection, dryRun, fileName, rejectedFiles) => {
	expect(reportJson(report, inflection)).toEqual({
		[dryRun]: true,
		rows: 2,
		[fileName]: 'accounts.csv',
		bytes: 99,
		columns: ['reference_id', 'name_first'],
		rejected: [rejected],
		[rejectedFiles]: 1,
	});
});
