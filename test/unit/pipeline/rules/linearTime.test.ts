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

const SHORT = 4_000;
const TIMES = 16;
/** What takes less is within what a busy machine needs for nothing. */
const QUICK = 4;
/** A linear rule takes 16 times as long for 16 times as much, a quadratic one 256 times. */
const MOST = 80;

/** The shortest of some runs, in milliseconds of work: a slow run says something about the machine only. */
function timeOf(run: () => void, runs = 3): number {
	let best = Infinity;
	for (let count = 0; count < runs && best > QUICK; count++) {
		const start = performance.now();
		run();
		best = Math.min(best, performance.now() - start);
	}
	return best;
}

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

function* adversarial(length: number, pieces: readonly string[]): Generator<[string, string]> {
	for (const [number, piece] of pieces.entries()) {
		for (const [index, end] of ENDS.entries()) {
			const start = STARTS[(number + index) % STARTS.length]!;
			yield [JSON.stringify([start, piece, end]), start + fill(piece, length) + end];
		}
	}
}

const contexts: readonly RuleContext[] = FORMATS.map((birthdateFormat) =>
	ruleContext({ birthdateFormat, birthdateCustomFormat: 'd MMM yyyy' }),
);

function contextsOf(name: RuleName): readonly RuleContext[] {
	return name === 'birthdate' ? contexts : contexts.slice(0, 1);
}

/** The texts over which a check takes longer than it should, with the times for a short and a long one. */
function slowOnes(check: (text: string) => void, length = SHORT, pieces = PIECES): string[] {
	const slow: string[] = [];
	const short = new Map(adversarial(length, pieces));
	for (const [name, long] of adversarial(length * TIMES, pieces)) {
		const longTime = timeOf(() => check(long));
		if (longTime <= QUICK) continue;
		const shortTime = timeOf(() => check(short.get(name)!), 5);
		if (longTime > Math.max(shortTime, QUICK / TIMES) * MOST) {
			slow.push(`${name}: ${shortTime} → ${longTime}`);
		}
	}
	return slow;
}

test.each(NAMES)('%s takes time in proportion to the length of a cell', (name) => {
	for (const context of contextsOf(name)) {
		for (const other of name === 'emailAddressOrDomain' ? ['email_address', 'domain'] : ['x']) {
			expect(slowOnes((text) => RULES[name](text, context, other))).toEqual([]);
		}
	}
});

test.each(NAMES)('%s is done with a megabyte of anything in a moment', (name) => {
	for (const context of contextsOf(name)) {
		for (const piece of PIECES) {
			const text = fill(piece, 1_000_000);
			const time = timeOf(() => RULES[name](`${text}x`, context, 'email_address'), 1);
			expect({ piece, isQuick: time < 500 }).toEqual({ piece, isQuick: true });
		}
	}
});

test('the measurement notices a pattern that is quadratic', () => {
	const quadratic = (text: string) => /\s+$/.test(text);
	expect(slowOnes(quadratic, 2000, [' ']).length).toBeGreaterThan(0);
	expect(slowOnes((text) => text.trim(), 2000, [' '])).toEqual([]);
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
