import type { INode } from 'n8n-workflow';
import { DEFAULT_ACCOUNT_TYPE } from '../../sandbox/choices';
import type { Workflow } from '../../scripts/n8n/types';
import type { Kind } from './plan';

export const CREDENTIAL_ID = 'personaApiSoak';

type Step = Pick<INode, 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

const own = (type: string, parameters: INode['parameters'] = {}): Step => ({
	type: `CUSTOM.${type}`,
	typeVersion: 1,
	parameters,
});

function persona(parameters: INode['parameters']): Step {
	return {
		type: 'n8n-nodes-persona.persona',
		typeVersion: 1,
		parameters: { resource: 'account', ...parameters },
		credentials: { personaApi: { id: CREDENTIAL_ID, name: 'Persona API' } },
		onError: 'continueRegularOutput',
	};
}

const IMPORT = { operation: 'import', waitForCompletion: true };

/** What each kind of run uses of the node. */
const STEPS: Readonly<Record<Kind, Step[]>> = {
	rows: [own('soakRows'), persona({ ...IMPORT, output: 'rows' })],
	bulk: [own('soakRows'), persona(IMPORT)],
	file: [own('soakRows', { asFile: true }), persona({ ...IMPORT, source: 'file' })],
	upsert: [
		own('soakRows'),
		persona({
			operation: 'upsert',
			accountTypeId: DEFAULT_ACCOUNT_TYPE.id,
			output: 'rows',
			options: { emptyValues: 'omit' },
		}),
	],
	redact: [
		own('soakRows'),
		persona({
			operation: 'redact',
			identifyBy: 'referenceId',
			referenceId: '={{ $json["Contact ID"] }}',
		}),
	],
};

/** Webhook → the steps, of which the last one answers. */
function workflow(name: string, steps: Step[]): Workflow {
	const webhook: Step = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { path: `soak-${name}`, responseMode: 'lastNode', options: {} },
		webhookId: `soak-${name}`,
	};
	const nodes = [webhook, ...steps].map((step, index): INode => ({
		...step,
		id: `${name}-${index}`,
		name: `${index} ${step.type}`,
		position: [200 * index, 0],
	}));
	const links = nodes
		.slice(1)
		.map(({ name: to }, index) => [
			nodes[index]!.name,
			{ main: [[{ node: to, type: 'main' as const, index: 0 }]] },
		]);
	return {
		id: `soak${name}`,
		name: `Soak: ${name}`,
		nodes,
		connections: Object.fromEntries(links) as Workflow['connections'],
		settings: { executionOrder: 'v1' },
	};
}

/** One workflow for each kind of run, and one that measures memory. */
export function soakWorkflows(): Workflow[] {
	const runs = Object.entries(STEPS).map(([kind, steps]) =>
		workflow(kind, [...steps, own('soakTally')]),
	);
	return [...runs, workflow('memory', [own('soakMemory')])];
}
