import type { IDataObject } from 'n8n-workflow';

import type { HostInstance } from '../support/host';
import { onlyImport } from '../support/imported';
import { accountImport, type Source } from '../support/workflow';

const ROWS: IDataObject[] = Array.from({ length: 250 }, (_, row) => ({
	id: row,
	name: [' ada LOVELACE ', "grace o'hopper", '山田 美咲', 'x'][row % 4],
	joined: ['1815-12-10', '2020-02-29T12:30:00.000Z'][row % 2],
	labels: row % 3 === 0 ? ['a', `b${row}`] : [],
	address: row % 5 === 0 ? null : { city: `City ${row}` },
}));

/** By column: what is evaluated for many rows at once, what is evaluated for one row, and what is not evaluated together. */
const SETS: Record<string, string>[] = [
	{
		reference_id: '={{ "p-" + $json.id }}',
		name_first: '={{ $json.name.trim().split(" ")[0].toUpperCase() }}',
		name_middle: '={{ $json.name.toTitleCase() }}',
		name_last: '=Dr {{ $json.name.trim() }}, {{ $json.labels.length }}',
		tags: '={{ $json.labels.map(label => label + $json.id).join("; ") }}',
	},
	{
		reference_id: '=p-{{ $itemIndex }}',
		name_first: '={{ $json.address?.city ?? "other" }}',
		name_middle: '={{ $json.joined.toDateTime().toFormat("dd LLL yyyy") }}',
		name_last: '={{ $input.item.json.name.replace(/[aeiou]/g, "_") }}',
		tags: '={{ [...$json.labels, "z"].reverse().join("; ") }}',
	},
	{
		reference_id: '={{ $json.id + 1 }}',
		name_first: '={{ $if($json.labels.isEmpty(), "other", $json.labels.first()) }}',
		name_middle: '={{ `${$workflow.name.length} ${$json.id % 7}` }}',
		name_last: '={{ $("Rows").item.json.name }}',
		tags: '={{ [$json.address].length + ($json.address?.city ?? "") }}',
	},
];

/** The same expressions in a node of n8n's own, which asks its engine for each of them. */
function asFields(expressions: Record<string, string>): Source['between'] {
	const assignments = Object.entries(expressions).map(([name, value]) => {
		return { id: name, name, value, type: 'string' };
	});
	return {
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { assignments: { assignments }, options: {} },
	};
}

export function evaluatesExpressions(host: () => HostInstance): void {
	it.each(SETS)('gives what the engine gives for $name_first and others', async (value) => {
		const columns = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] };
		await host().run({ rows: ROWS }, { parameters: accountImport({ columns }) });
		const ours = await onlyImport(host());
		host().sandbox.reset();
		await host().run(
			{ rows: ROWS, between: asFields(value) },
			{ parameters: accountImport({ options: { unmatchedFields: 'ignore' } }) },
		);
		const engines = await onlyImport(host());
		expect(ours.csv.split('\r\n')).toHaveLength(1 + ROWS.length + 1);
		expect(ours.csv).toBe(engines.csv);
	});
}
