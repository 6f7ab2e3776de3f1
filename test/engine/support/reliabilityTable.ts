import { markdownTable } from '../../shared/generated';
import type { MatrixRow } from './faultMatrix';

/** Settings that come to the same result, under the name that the table gives them. The first is the base of every cell. */
const GROUPS: readonly { name: string; includes: (row: MatrixRow) => boolean }[] = [
	{ name: '', includes: (row) => row.onError === 'stopWorkflow' && !row.retryOnFail },
	{ name: 'Retry', includes: (row) => row.onError === 'stopWorkflow' && row.retryOnFail },
	{ name: 'Continue', includes: (row) => row.onError !== 'stopWorkflow' },
];

type Figure = 'accepted' | 'inErrorItems' | 'requests' | 'held';

/** What a group of settings comes to. Throws when its settings differ: the table would then hide something. */
function resultOf(rows: readonly MatrixRow[]): MatrixRow {
	const [first, ...others] = rows;
	const { onError, retryOnFail } = first!;
	for (const other of others) expect({ ...other, onError, retryOnFail }).toEqual(first);
	return first!;
}

/** The base's figure, and those of other groups where they differ: `2; Retry: 4`. */
function cell(results: readonly MatrixRow[], figure: Figure): string {
	const base = results[0]![figure];
	return results
		.map((result, index) => ({ name: GROUPS[index]!.name, value: result[figure] }))
		.filter(({ value }, index) => index === 0 || value !== base)
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
