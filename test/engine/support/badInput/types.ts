import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ListType } from '../../../../nodes/Persona/pipeline/columns';
import type { Fault, Sandbox } from '../../../../sandbox';
import type { Access, PersonaNode } from '../engine';

/** A CSV file that an item brings along, or something that is taken for one. */
export interface FileInput {
	content: string | Buffer;
	field?: string;
	fileName?: string;
}

/** What reaches the node. */
export interface BadInput extends PersonaNode {
	/** The rows; each becomes one item. */
	rows?: IDataObject[];
	/** Items that are more, or less, than a row. */
	items?: INodeExecutionData[];
	/** One item for each. */
	files?: FileInput[];
	/** Makes it an import into a list of this type, which the sandbox then has. */
	listType?: ListType;
	access?: Partial<Access>;
	faults?: Fault[];
	/** Brings the sandbox into the state that the case is about; gives parameters that depend on it. */
	prepare?: (sandbox: Sandbox) => IDataObject | void;
}

/** Where the input ends; the sum is the number of items. */
export interface Places {
	accepted: number;
	rejected: number;
	blank: number;
	merged: number;
}

/** What the user reads, and where the input ends. */
export interface Expected extends Places {
	/** Under *Stop Workflow*; undefined when the run goes through. */
	stop?: { message: string; description: string | RegExp };
	/** Under *Continue*: the message of each item that did not make it, in order. */
	messages: string[];
	/** The hints above the output, under both settings; under *Continue* one more says how many did not make it. */
	hints?: string[];
	/** Some cells of the second row, as Persona gets them. */
	cells?: Readonly<Record<string, string>>;
	/** Rows (or files) that Persona holds in the end under *Stop Workflow* and *Continue*, where that is not what it accepted. */
	held?: [number, number];
	/** Values of the input that may be shown all the same, each for a reason that the case's name gives. */
	shows?: string[];
}

/** One kind of bad input. */
export interface BadInputCase {
	name: string;
	input: BadInput;
	expected: Expected;
}

export interface Topic {
	name: string;
	cases: BadInputCase[];
}

export function itemCount({ rows, items, files }: BadInput): number {
	return (rows ?? items ?? files ?? []).length;
}
