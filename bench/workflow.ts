import type { INode } from 'n8n-workflow';
import type { Workflow } from '../scripts/n8n/types';
import { own, type Case, type Step } from './cases';

/** Webhook → rows or file → the case → meter, whose item is the answer. */
export function workflowFor({ name, label, source, steps }: Case): Workflow {
	const all: Step[] = [
		{
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { path: `bench-${name}`, responseMode: 'lastNode', options: {} },
		},
		own(source === 'rows' ? 'benchRows' : 'benchFile'),
		...steps,
		own('benchMeter'),
	];
	const nodes = all.map((step, index): INode => ({
		...step,
		id: `${name}-${index}`,
		name: `${index} ${step.type}`,
		position: [200 * index, 0],
		...(index === 0 && { webhookId: `bench-${name}` }),
	}));
	const links = nodes
		.slice(1)
		.map(({ name: to }, index) => [
			nodes[index]!.name,
			{ main: [[{ node: to, type: 'main' as const, index: 0 }]] },
		]);
	return {
		id: `bench${name}`,
		name: label,
		nodes,
		connections: Object.fromEntries(links) as Workflow['connections'],
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
		},
	};
}
