import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { PROBLEM_SENTENCES } from '../../../nodes/Persona/pipeline/rules';
import { HOSTS, NEWEST } from '../../../scripts/n8n/versions';
import { LARGEST_SIZE, TOLERANCE } from '../../soak/plan';
import { read, textsBelow } from './documents';
import { option } from './nodeNames';

const sources = textsBelow(['nodes', 'scripts']);

/** A number, or a list of them, that the code names. Throws when there is no such name, or more than one. */
function constants(name: string, below: string): number[] {
	const values = [...sources]
		.filter(([path]) => path.startsWith(below))
		.flatMap(([, text]) => [...text.matchAll(new RegExp(`const ${name} = (.+);$`, 'gm'))]);
	if (values.length !== 1) throw new Error(`${values.length} constants ${name} below ${below}`);
	const numbers = values[0]![1]!.replaceAll('_', '').match(/\d+(?:\.\d+)?/g) ?? [];
	return numbers.map(Number);
}

const constant = (name: string, below = 'nodes') => constants(name, below)[0]!;

/** A default of n8n's own configuration, by the name that its class has for it. */
function defaultOfN8n(file: string, property: string): number {
	const core = dirname(require.resolve('n8n-core'));
	const config = dirname(require.resolve('@n8n/config', { paths: [core] }));
	const text = readFileSync(join(config, 'configs', `${file}.config.js`), 'utf8');
	return Number(new RegExp(`this\\.${property} = (\\d+)`).exec(text)?.[1]);
}

/** Seconds that 100,000 rows took when they were last measured. */
function measuredSeconds(): number {
	const [, table = ''] = read('docs/performance.md').split('100,000 rows:');
	return Number(/\| Persona, automatic mapping +\| (\d+)/.exec(table)?.[1]) / 1000;
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const thousands = (number: number) => number.toLocaleString('en-US');
const majorMinor = (version: string) => version.split('.').slice(0, 2).join('.');
const rangeIn = (sentence: string) => /-?\d+ and \d+/.exec(sentence)?.[0].replace('and', 'to');
const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
const stryker = read('test/mutation/stryker.config.mjs');

const node = `${engines.node.replace('>=', '')} or newer`;
const oldest = majorMinor(HOSTS[0]!.version);
const rows = Number(option('rowsPerImport').default);
const waits = constants('BACKOFF', 'nodes').map((milliseconds) => milliseconds / 1000);
const lookUps = 2 * Math.ceil(rows / constant('MOST_IDS'));
const takesHalf = Math.abs(measuredSeconds() - 0.5) < 0.1;
const maxAge = defaultOfN8n('executions', 'pruneDataMaxAge');
const earliest = `from ${constant('EARLIEST_YEAR')} until today`;
const listPages = thousands(
	constant('MOST_PAGES', 'nodes/Persona/methods') * constant('LARGEST_PAGE'),
);
/** As many as the comment on the months lists. */
const LANGUAGES_OF_MONTHS = /the languages ([^.]+)\./
	.exec(sources.get('nodes/Persona/pipeline/days/monthNames.ts')!.replace(/\n \* /g, ' '))![1]!
	.split(', ').length;
const lineLimits = [...read('test/unit/structure.test.ts').matchAll(/lines (?:>=|<) (\d+)/g)];
const [fileLimit, usualLimit, functionLimit] = lineLimits.map(([, lines]) => lines);

/**
 * Every number that a page names, within words that stand there. What the code or n8n has is put in from there; the rest are
 * facts from outside, each with its source.
 */
export const NUMBERS: Readonly<Record<string, readonly string[]>> = {
	'README.md': [
		`Node.js ${node}`,
		`about ${constant('NEEDED_GIGABYTES', 'scripts/n8n')} GB of disk space`,
		`n8n ${oldest} or newer`,
		earliest,
		'the first is item 0',
		// The default of the counters in Persona's OpenAPI.
		'its counters are 0',
		// https://docs.withpersona.com/idempotence
		'at least 24 hours',
		// https://docs.withpersona.com/api-logs
		'for up to two weeks',
		// https://docs.withpersona.com/rate-limiting
		'300 requests a minute',
		// https://docs.withpersona.com/changelog/2025/9/29
		'1,000 active tags',
		`up to ${thousands(constant('MOST_ROWS'))} rows a job`,
		`up to ${thousands(rows)} rows`,
		`100,000 rows take n8n about ${takesHalf ? 'half' : 'not'} a second`,
	],
	'docs/reference.md': [
		`up to ${listPages} of them at a time`,
		'Milliseconds Since 1970',
		'Seconds Since 1970',
		`up to ${constant('LONGEST_KEY')} characters long`,
		`at least ${option('pollInterval').typeOptions?.minValue}`,
		// What users of n8n Cloud report; `waitOptions.ts` keeps its default below it.
		'after about 300 seconds',
		earliest,
		`a latitude from ${rangeIn(PROBLEM_SENTENCES.latitude)}`,
		`a longitude from ${rangeIn(PROBLEM_SENTENCES.longitude)}`,
		'a radius of more than 0',
		`up to ${constant('MOST_NAMED')} of them`,
		'starting at 1, and how many',
		'the others have 0',
		`longer than ${thousands(constant('LONGEST_LIST'))} characters`,
		'the number of the input item, starting at 0',
		`up to ${constant('MOST_IDS')} reference IDs`,
		`so ${thousands(rows)} rows take about ${Math.round(lookUps / 100) * 100} requests`,
		'0 and no file',
		`by default ${maxAge} (${maxAge / 24} days)`,
		'for up to two weeks',
		`up to ${thousands(constant('MOST_ROWS'))} of them`,
		'true, yes or 1; false, no or 0',
		'the same for 24 hours',
		'with the status 401',
		// https://docs.withpersona.com/webhooks
		'within 5 seconds: up to seven times',
		`no more than ${thousands(constant('MOST_SEEN'))} other events`,
		'but n8n 2 doesn',
	],
	'docs/messages.md': [
		'or item 4 here',
		'counts items from 0',
		'for 24 hours',
		'an HTTP 5xx',
		'with the status 401',
	],
	'docs/data-checks.md': [
		earliest,
		`in ${LANGUAGES_OF_MONTHS} European languages`,
		'Milliseconds Since 1970',
		'Seconds Since 1970',
		'ZIP+4',
		`or ${constant('LONG_NAME')} characters and more`,
		`more than ${constant('LONGEST_LIFE')} years ago`,
	],
	'docs/reliability.md': [
		'at least 24 hours',
		`up to ${WORDS[waits.length + 1]} attempts`,
		`${waits.slice(0, -1).join(', ')} and ${waits.at(-1)} seconds`,
		`plus up to ${constant('JITTER') === 0.25 ? 'a quarter' : 'not'} of that at random`,
		`at most ${constant('LAST_ATTEMPT') / 1000} seconds`,
		`less than ${constant('LOW_SHARE') * 100}% of the rate limit`,
		`${WORDS[defaultOfN8n('scaling-mode', 'lockDuration')]} minute`,
	],
	'docs/comparison.md': [
		'written in November 2026',
		'at least 24 hours',
		'300 requests a minute',
		`${thousands(rows)} rows take more than ${rows / 300 > 30 ? 'half an' : 'not an'} hour`,
	],
	'CONTRIBUTING.md': [
		`Node.js ${node}`,
		'start with 9',
		`less than ${/break: (\d+)/.exec(stryker)?.[1]}%`,
		`more than ${/high: (\d+)/.exec(stryker)?.[1]}%`,
		`imports of up to ${thousands(LARGEST_SIZE)} rows`,
		`by more than ${TOLERANCE * 100}%, or`,
		`most under ${usualLimit} lines, none of ${fileLimit} or more`,
		`functions under ${functionLimit} lines`,
	],
	'docs/architecture.md': [
		`after ${constant('LONGEST_SLICE')} ms`,
		'steps 4 and 5',
		'before step 6',
		'408, 429 and 5xx',
		'It takes about 3 GB',
		'compile on Node.js 20',
		'an empty cell would become 0',
		`n8n 1 and ${majorMinor(HOSTS[1]!.version)}`,
		'as in n8n 1.',
		'In n8n 2, starting an execution',
		`n8n ${oldest}`,
		`n8n ${NEWEST.version} itself`,
	],
	'CHANGELOG.md': [
		`n8n ${[...new Set(HOSTS.map(({ version }) => majorMinor(version)))].join(', ').replace(/, (?=[^,]*$)/, ' and ')}`,
	],
	'SECURITY.md': [],
};
