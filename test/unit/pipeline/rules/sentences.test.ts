import { problemSentence, warningSentence } from '../../../../nodes/Persona/pipeline/rules';
import { chosenOrder } from '../../../../nodes/Persona/pipeline/rules/codes';
import { ruleContext } from '../../support/rules';

test.each([
	['detect', 'Detect'],
	['iso', 'YYYY-MM-DD'],
	['us', 'MM/DD/YYYY'],
	['eu', 'DD/MM/YYYY'],
	['excelSerial', 'Excel Serial'],
	['unixMilliseconds', 'Milliseconds Since 1970'],
	['unixSeconds', 'Seconds Since 1970'],
	['custom', 'd MMM yyyy, and the rest of a pattern that '],
] as const)('a sentence names the format that is set: %s as %s', (birthdateFormat, name) => {
	const birthdateCustomFormat = 'd MMM yyyy, and the rest of a pattern that is long';
	const context = ruleContext({ birthdateFormat, birthdateCustomFormat });
	const sentence = problemSentence('dateFormat', context);
	expect(sentence).toBe(`is not in the format set in 'Birthdate Format' (${name.slice(0, 40)})`);
});

test.each([
	['MM/dd/yyyy', 'us'],
	['M-d-yyyy', 'us'],
	['M.d.yyyy HH:mm', 'us'],
	['dd.MM.yyyy', 'eu'],
	['d/M/yyyy', 'eu'],
	["dd-MM-yyyy'T'HH:mm", undefined],
	['dd-MM-yyyyTHH:mm', 'eu'],
	['dd-MM-yyyy, HH:mm', 'eu'],
	['dd.MM-yyyy', undefined],
	['dd MM yyyy', undefined],
	['dd.MM.yyyyy', undefined],
	['yyyy.MM.dd', undefined],
	['d MMM yyyy', undefined],
])('the custom format %s has the order %s', (birthdateCustomFormat, order) => {
	const custom = { birthdateFormat: 'custom', birthdateCustomFormat } as const;
	expect(chosenOrder(ruleContext(custom))).toBe(order);
	expect(chosenOrder(ruleContext({ ...custom, birthdateFormat: 'iso' }))).toBeUndefined();
	const other = order === 'eu' ? 'MM/DD/YYYY' : 'DD/MM/YYYY';
	expect(problemSentence('dateOrderWrong', ruleContext(custom))).toContain(`fit ${other}, not`);
});

test('a warning counts its rows, and names its column where it has one', () => {
	expect(warningSentence('reportLine', 'tags', 1)).toMatch(/^In 1 row 'tags' [a-z]/);
	expect(warningSentence('repeatedRow', '', 2)).toMatch(/^In 2 rows there is no ID/);
});
