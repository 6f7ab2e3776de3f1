import type { IConnections, INode, IPinData } from 'n8n-workflow';

/** A workflow as n8n exports it. */
export interface Workflow {
	id: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	/** Whether its trigger is live. */
	active?: boolean;
	/** Items that stand for the output of nodes, which are then not run. */
	pinData?: IPinData;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}
