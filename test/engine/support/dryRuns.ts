import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { importWorkflow, runWorkflow, type PersonaNode } from './engine';
import { PersonaStandIn } from './personaStandIn';

/** Dry runs of imports from items. No test of them may send anything. */
export class DryRuns extends PersonaStandIn {
	constructor() {
		super();
		this.use();
		afterEach(() => expect(this.sandbox.requests).toEqual([]));
	}

	async run(rows: IDataObject[], options: IDataObject = {}, node: PersonaNode = {}) {
		const parameters = { ...node.parameters, options: { dryRun: true, ...options } };
		return await runWorkflow(importWorkflow(rows, { ...node, parameters }), this.access);
	}
}

/** The CSV that comes with an item. */
export const csvOf = ({ binary }: INodeExecutionData) =>
	Buffer.from(binary!.data!.data, 'base64').toString('utf8');

export const GOOD_ROWS = [
	{ reference_id: 'c-1', name_first: 'Zoë', social_security_number: '900123456' },
	{ reference_id: 'c-2', name_first: 'Ann', social_security_number: '' },
	{ reference_id: 'c-3', name_first: 'Bo', social_security_number: '966-12-3456' },
];
export const BAD_ROW = {
	reference_id: 'c-4',
	birthdate: '2999-01-01',
	social_security_number: 7,
};
