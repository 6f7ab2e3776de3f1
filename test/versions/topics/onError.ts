import type { IDataObject, INode } from 'n8n-workflow';

import { PROBLEM_SENTENCES } from '../../../nodes/Persona/pipeline/rules';
import { importerItem } from '../../e2e/support/items';
import type { HostInstance } from '../support/host';
import { onlyImport, PENDING } from '../support/imported';
import { accountImport, PEOPLE } from '../support/workflow';

const BAD: IDataObject = { ...PEOPLE[0], 'Contact ID': 'crm-4', SSN: '12' };
const MESSAGE = PROBLEM_SENTENCES.socialSecurityNumber;

const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const INPUTS = [
	{ sent: 'all', rows: PEOPLE, rejected: undefined },
	{ sent: 'some', rows: [...PEOPLE, BAD], rejected: 3 },
	{ sent: 'none', rows: [BAD], rejected: 0 },
];
const CASES = ON_ERROR.flatMap((onError) =>
	INPUTS.flatMap((input) =>
		[false, true].map((retryOnFail) => ({ onError, retryOnFail, ...input })),
	),
);

const sentenceFor = (item: number) =>
	`Item ${item}, column 'social_security_number' (your field 'SSN'): ${MESSAGE}`;

/** What stands for a rejected row: on the error output, n8n puts the row's own fields beside it. */
function rejectedItem(item: number, ownFields: IDataObject) {
	const column = 'social_security_number';
	const problem = { column, field: 'SSN', code: 'socialSecurityNumber', message: MESSAGE };
	return expect.objectContaining({
		json: {
			...ownFields,
			error: sentenceFor(item),
			details: { row: item, problems: [problem], help: null },
		},
		pairedItem: { item },
	}) as object;
}

/** Whole outputs under each setting of *On Error* and *Retry On Fail*. */
export function followsOnError(host: () => HostInstance): void {
	it.each(CASES)(
		'$onError, Retry On Fail $retryOnFail, $sent of the rows can go',
		async ({ onError, retryOnFail, rows, rejected }) => {
			const settings = { onError, retryOnFail, maxTries: 2, waitBetweenTries: 1 } as Partial<INode>;
			const ran = await host().run({ rows }, { parameters: accountImport(), ...settings });
			const stops = onError === 'stopWorkflow' && rejected !== undefined;
			if (stops) {
				const count = `1 of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
				expect(ran.error?.message).toBe(`${count} cannot be imported, so nothing was sent`);
			}
			if (stops || rows.length === 1) expect(host().sandbox.requests).toEqual([]);
			const imported = [];
			if (!stops && rows.length > 1) {
				const { importer, meta: others } = await onlyImport(host());
				const meta = { ...others, 'rejected-rows': rejected === undefined ? 0 : 1 };
				imported.push(importerItem(importer, { attributes: PENDING, meta, items: [0, 1, 2] }));
				expect(host().sandbox.requests).toHaveLength(1);
			}
			if (stops) return expect(ran.outputs.flat()).toEqual([]);
			const isRouted = onError === 'continueErrorOutput';
			const failed = rejected === undefined ? [] : [rejectedItem(rejected, isRouted ? BAD : {})];
			const [regular = [], routed = []] = ran.outputs;
			expect([regular, routed]).toEqual(
				isRouted ? [imported, failed] : [[...imported, ...failed], []],
			);
		},
	);
}
