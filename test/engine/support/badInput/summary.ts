import { markdownTable } from '../../../shared/generated';
import { itemCount, type Topic } from './types';

/** The table in short, as Markdown: what became of the items, topic by topic. */
export function summaryTable(topics: readonly Topic[]): string {
	const header = [
		'Topic',
		'Cases',
		'That stop the workflow',
		'That go through',
		'Items in',
		'Accepted',
		'With a message',
		'Blank',
		'Merged',
	];
	const lines = topics.map(({ name, cases }) => {
		const sum = (count: (one: (typeof cases)[number]) => number) =>
			cases.reduce((total, one) => total + count(one), 0);
		return [
			name,
			cases.length,
			sum(({ expected }) => (expected.stop === undefined ? 0 : 1)),
			sum(({ expected }) => (expected.stop === undefined ? 1 : 0)),
			sum(({ input }) => (input.settings?.executeOnce === true ? 1 : itemCount(input))),
			sum(({ expected }) => expected.accepted),
			sum(({ expected }) => expected.rejected),
			sum(({ expected }) => expected.blank),
			sum(({ expected }) => expected.merged),
		];
	});
	const numbers = lines.map((cells) => cells.slice(1) as number[]);
	const totals = header.slice(1).map((_, at) => numbers.reduce((sum, row) => sum + row[at]!, 0));
	return markdownTable(header, [...lines, ['All', ...totals]]);
}
