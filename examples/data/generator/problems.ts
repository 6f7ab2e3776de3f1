/** The columns of the second file: headers with spaces, as a spreadsheet has them. */
export const problemColumns = [
	'Customer ID',
	'First Name',
	'Last Name',
	'DOB',
	'SSN',
	'Tags',
	'Remark',
] as const;

export type ProblemColumn = (typeof problemColumns)[number];
export type ProblemRow = Partial<Record<ProblemColumn, string>>;
export type Verdict = 'good' | 'unusable' | 'duplicate' | 'blank';

const birthdates: [string, string][] = [
	['1987-02-31', '31 February'],
	['1990-04-31', '31 April'],
	['2001-02-29', '29 February, not a leap year'],
	['1900-02-29', '29 February 1900, which a spreadsheet believes in'],
	['1985-13-01', 'Month 13'],
	['1985-06-00', 'Day 0'],
	['0000-00-00', 'A database without a date'],
	['85-06-07', 'Year of two digits'],
	['6/7/85', 'Year of two digits, slashes'],
	['31/06/1985', '31 June, slashes'],
	['25.12.80', 'Year of two digits, dots'],
	['March 1979', 'No day'],
	['30526', 'Serial number of a spreadsheet'],
	['2091-05-17', 'In the future'],
	['unknown', 'No date'],
];

const ssns: [string, string][] = [
	['12000345', 'Eight digits: a spreadsheet ate the leading zero'],
	['123456', 'Six digits: a spreadsheet ate three leading zeros'],
	['000-12-345', 'One digit short'],
	['900-01-23456', 'One digit too many'],
	['9001-2-3456', 'Dashes in the wrong places'],
	['XXX-XX-1234', 'Masked'],
	['***-**-1234', 'Masked with stars'],
	['900-O1-2345', 'The letter O for a zero'],
	['9.00123E+08', 'A number in scientific notation'],
	['900012345.5', 'A number with decimals'],
	['n/a', 'No number'],
];

const controls: ProblemRow[] = [
	{ 'First Name': 'Nul\u0000l', Remark: 'NUL character' },
	{ 'Last Name': 'Bell\u0007', Remark: 'Bell character' },
	{ Tags: 'red\u001b[31m', Remark: 'Escape character' },
];

const several: ProblemRow[] = [
	{ DOB: '1987-02-31', SSN: '12000345', Remark: '31 February, and a lost zero' },
];

const good: ProblemRow[] = [
	{ DOB: '1987-02-28', SSN: '900-01-2345', Remark: 'Fine' },
	{ DOB: '2004-02-29', SSN: '900120034', Remark: 'Fine: leap day, no dashes' },
	{ DOB: '', SSN: '', Remark: 'Fine: a name is enough' },
	{ DOB: '1930-01-01', Tags: 'customer', Remark: 'Fine' },
	{ SSN: '966-12-0001', Tags: '⭐ VIP', Remark: 'Fine' },
	{ 'First Name': 'Zoé', 'Last Name': "D'Alton, Jr.", Remark: 'Fine: comma and apostrophe' },
	{ 'Last Name': '=1+1', Remark: 'Fine: looks like a formula, is text' },
	{ 'First Name': 'Two\nlines', Remark: 'Fine: a line break' },
];

const repeated: ProblemRow = { DOB: '1961-10-09', Remark: 'Fine: comes again below' };

function verdictOf(rows: ProblemRow[], verdict: Verdict) {
	return rows.map((row) => ({ row, verdict }));
}

function numbered(row: ProblemRow, index: number): ProblemRow {
	const person = { 'First Name': 'Test', 'Last Name': `Person ${index + 1}` };
	return { 'Customer ID': `P-${String(index + 1).padStart(3, '0')}`, ...person, ...row };
}

/** One thing wrong per row, good rows between them, and in Remark what to look at. */
export function contactsWithProblems(): { row: ProblemRow; verdict: Verdict }[] {
	const unusable = [
		...birthdates.map(([DOB, Remark]): ProblemRow => ({ DOB, Remark })),
		...ssns.map(([SSN, Remark]): ProblemRow => ({ SSN, Remark })),
		...controls,
		...several,
	];
	const mixed = verdictOf(unusable, 'unusable');
	const goodRows = verdictOf([...good, repeated], 'good');
	goodRows.forEach((entry, index) => mixed.splice(index * 4, 0, entry));

	const rows = mixed.map(({ row, verdict }, index) => ({ row: numbered(row, index), verdict }));
	const original = rows.find(({ row }) => row.Remark === repeated.Remark)?.row;
	const again = { ...original, Remark: 'The same customer ID a second time' };
	return [...rows, ...verdictOf([{}], 'blank'), ...verdictOf([again], 'duplicate')];
}
