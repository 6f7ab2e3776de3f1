import { groupProblems } from '../../../../nodes/Persona/pipeline/problemGroups';
import { RULES, type RuleContext } from '../../../../nodes/Persona/pipeline/rules';
import type { RuleName } from '../../../../nodes/Persona/pipeline/types';
import { ruleContext } from '../../support/rules';

const NAMES = Object.keys(RULES) as RuleName[];
const FORMATS = ['detect', 'iso', 'us', 'excelSerial', 'unixMilliseconds', 'custom'] as const;

/** Texts of any length that patterns with a flaw take long over: a long run of what they repeat, and then something else. */
const PIECES = [
	...[' ', '\t', '\n', '\u00a0', '\u200b', '0', '1', '9', '12', '-', '.', ',', '/', ':', '@', 'a'],
	...[
		'A',
		'é',
		'\ud83d\ude00',
		'\ud800',
		'\ufffd',
		'Ã',
		'Ã©',
		'&',
		'&a',
		'&#1',
		'<',
		'<a',
		"'",
		'="',
	],
	...['a.', 'a@', '@a.', '1.', '1,', '1,000', ',000', '::', 'ff:', '1:', '%', '#', 'T', 'T1', ' 1'],
	...[
		'12/',
		'1/1/',
		'1990-',
		'00:00',
		' 00:00:00',
		'mai ',
		'de ',
		'(',
		'[',
		'GMT+0',
		' ::: ',
		'* ',
	],
	...['null ', 'undefined', '[object ', ' a', 'a ', 'a,', '\u0301', '\u3000', '\uffa0', '--', 'E+'],
];
const ENDS = ['', '!', 'x', ' ', '\u0000'];
const STARTS = ['', 'a', '1', '="', "'", '1990-04-05', '123-45-6789'];

const LONG = 50_000;
/** A linear check of a long text takes a few milliseconds, a quadratic one some seconds. */
const MOST_MILLISECONDS = 150;

/** Work of this process, which other work on the machine does not change. The lowest of two counts. */
function workOf(run: () => void): number {
	const once = () => {
		const start = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	};
	const first = once();
	return first <= MOST_MILLISECONDS ? first : Math.min(first, once());
}

/** Long runs of one piece, with other text before and after them. */
function* adversarial(length: number, pieces: readonly string[]): Generator<[string, string]> {
	for (const [number, piece] of pieces.entries()) {
		const start = STARTS[number % STARTS.length]!;
		const end = ENDS[number % ENDS.length]!;
		const run = piece.repeat(Math.ceil(length / piece.length));
		yield [JSON.stringify([start, piece, end]), start + run + end];
		yield [JSON.stringify([piece, '!']), `${run}!`];
	}
}

/** The texts over which a check takes longer than it should. */
function slowOnes(check: (text: string) => void, length = LONG, pieces = PIECES): string[] {
	return [...adversarial(length, pieces)].flatMap(([name, text]) =>
		workOf(() => check(text)) > MOST_MILLISECONDS ? [name] : [],
	);
}

const contexts: readonly RuleContext[] = FORMATS.map((birthdateFormat) =>
	ruleContext({ birthdateFormat, birthdateCustomFormat: 'd MMM yyyy' }),
);

function contextsOf(name: RuleName): readonly RuleContext[] {
	return name === 'birthdate' ? contexts : contexts.slice(0, 1);
}

test.each(NAMES)('%s takes time in proportion to the length of a cell', (name) => {
	for (const context of contextsOf(name)) {
		for (const other of name === 'emailAddressOrDomain' ? ['email_address', 'domain'] : ['x']) {
			expect(slowOnes((text) => RULES[name](text, context, other))).toEqual([]);
		}
	}
});

test.each(NAMES)('%s is done with a megabyte in a moment', (name) => {
	for (const piece of [' ', 'a', '1', ',', '\u00a0', 'Ã©']) {
		const check = (text: string) => RULES[name](text, contexts[0]!, 'email_address');
		expect(slowOnes(check, 1_000_000, [piece])).toEqual([]);
	}
});

test('the measurement notices a pattern that is quadratic', () => {
	expect(slowOnes((text) => /\s+$/.test(text), 30_000, [' '])).toEqual(['[" ","!"]']);
	expect(slowOnes((text) => text.trim(), 30_000, [' '])).toEqual([]);
});

test('100,000 rejected rows are grouped in a moment', async () => {
	const problems = [{ column: 'birthdate', code: 'dateFormat', message: 'is not a date' }];
	const rejected = Array.from({ length: 100_000 }, (_, itemIndex) => ({ itemIndex, problems }));
	const start = performance.now();
	const { groups, otherRows } = await groupProblems(rejected, 10);
	expect(performance.now() - start).toBeLessThan(2000);
	expect({ groups, otherRows }).toEqual({
		groups: [{ problem: problems[0], count: 100_000, items: [0, 1, 2] }],
		otherRows: 0,
	});
});
