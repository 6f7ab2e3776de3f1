import { markdownTable } from '../../shared/generated';
import type { MatrixRow } from './faultMatrix';

/** Settings that come to the same result, under the name that the table gives them, and the group that each is compared with. */
const GROUPS: readonly { name: string; base: number; includes: (row: MatrixRow) => boolean }[] = [
	{ name: '', base: -1, includes: (row) => row.onError === 'stopWorkflow' && !row.retryOnFail },
	{ name: 'Retry', base: 0, includes: (row) => row.onError === 'stopWorkflow' && row.retryOnFail },
	{
		name: 'Continue',
		base: 0,
		includes: (row) => row.onError !== 'stopWorkflow' && !row.retryOnFail,
	},
	{
		name: 'Continue and Retry',
		base: 2,
		includes: (row) => row.onError !== 'stopWorkflow' && row.retryOnFail,
	},
];

type Figure = 'accepted' | 'inErrorItems' | 'requests' | 'held';

/** What a group of settings comes to. Throws when its settings differ: the table would then hide something. */
function resultOf(rows: readonly MatrixRow[]): MatrixRow {
	const [first, ...others] = rows;
	const { onError, retryOnFail } = first!;
	for (const other of others) expect({ ...other, onError, retryOnFail }).toEqual(first);
	return first!;
}

/** The first group's figure, and those of other groups where they differ from what they are compared with: `2; Retry: 4`. */
function cell(results: readonly MatrixRow[], figure: Figure): string {
	return GROUPS.map(({ name, base }, index) => ({
		name,
		value: results[index]![figure],
		before: results[base]?.[figure],
	}))
		.filter(({ value, before }) => value !== before)
		.map(({ name, value }) => (name === '' ? String(value) : `${name}: ${value}`))
		.join('; ');
}

/** What all groups say that say anything, without the item that it is about. */
function messageOf(results: readonly MatrixRow[]): string {
	const messages = results
		.map(({ message }) => message.replace(/^Item \d+: /, ''))
		.filter((message) => message !== '');
	expect(new Set(messages).size).toBeLessThanOrEqual(1);
	return messages[0] ?? '';
}

/** The matrix as a Markdown table: one row for each fault, with the figures that differ between settings. */
export function reliabilityTable(matrix: readonly MatrixRow[]): string {
	const header = [
		'Fault at the second of three uploads',
		'Rows accepted',
		'Rows in error items',
		'Requests sent',
		'Rows Persona holds',
		'Message',
	];
	const faults = [...new Set(matrix.map(({ fault }) => fault))];
	const lines = faults.map((fault) => {
		const rows = matrix.filter((row) => row.fault === fault);
		const results = GROUPS.map(({ includes }) => resultOf(rows.filter(includes)));
		return [
			fault,
			cell(results, 'accepted'),
			cell(results, 'inErrorItems'),
			cell(results, 'requests'),
			cell(results, 'held'),
			messageOf(results),
		];
	});
	return markdownTable(header, lines);
}
