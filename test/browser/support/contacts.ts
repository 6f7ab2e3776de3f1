import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Workflow } from '../../../scripts/n8n/types';
import { EXAMPLE_FILES } from '../../../scripts/start/examples';

/** Invented people, with the field names of a CRM; the social security numbers are never given out. */
export const CONTACTS: IDataObject[] = [
	{
		'Contact ID': 'crm-1001',
		'First Name': 'Zoë',
		'Last Name': 'Núñez',
		DOB: '1990-02-28',
		SSN: '900-12-0001',
		Labels: 'newsletter, vip',
		Email: 'zoe@example.com',
	},
	{
		'Contact ID': 'crm-1002',
		'First Name': 'Şeyma',
		'Last Name': 'Yıldız',
		DOB: '1988-12-01',
		SSN: '900120002',
		Labels: 'newsletter',
		Email: 'seyma@example.org',
	},
	{
		'Contact ID': 'crm-1003',
		'First Name': 'Amara',
		'Last Name': "O'Brien",
		DOB: '2001-07-14',
		SSN: '900-12-0003',
		Labels: '',
		Email: 'amara@example.net',
	},
];

/** The same people, of whom only the first can be imported. */
export const BAD_CONTACTS: IDataObject[] = [
	CONTACTS[0]!,
	{ ...CONTACTS[1], DOB: '31.02.1988', SSN: '12-0002' },
	{ ...CONTACTS[2], DOB: '2101-07-14' },
];

const TRIGGER = "When clicking 'Execute workflow'";

/** Name of the node whose items go to Persona. */
export const SOURCE = 'CRM contacts';

interface Choices {
	contacts?: IDataObject[];
	/** Name of a file of the examples, which takes the place of the contacts. */
	file?: string;
	/** What differs from an import with automatic mapping. */
	parameters?: IDataObject;
	onError?: 'continueErrorOutput';
	/** Without one there is no Persona node in the workflow. */
	credential?: { id: string; name: string };
}

const nodeOf = (workflow: string, name: string, type: string, place: number) => ({
	id: `${workflow}-${place}`,
	name,
	type,
	typeVersion: 1,
	position: [place * 220, 0] as [number, number],
	parameters: {},
});

/** A workflow with contacts or a file, and a Persona node behind them. */
export function contactsWorkflow(
	id: string,
	{ contacts = CONTACTS, file, parameters, onError, credential }: Choices,
): Workflow & { pinData: IDataObject } {
	const persona = {
		...nodeOf(id, 'Persona', 'n8n-nodes-persona.persona', 2),
		parameters: {
			resource: 'account',
			operation: 'import',
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
			...parameters,
		},
		...(onError && { onError }),
		...(credential && { credentials: { personaApi: credential } }),
	};
	const source = {
		...nodeOf(id, SOURCE, `n8n-nodes-base.${file ? 'readWriteFile' : 'noOp'}`, 1),
		parameters: file ? { operation: 'read', fileSelector: join(EXAMPLE_FILES, file) } : {},
	};
	const start = [nodeOf(id, TRIGGER, 'n8n-nodes-base.manualTrigger', 0), source];
	const link = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return {
		id,
		name: 'Import CRM contacts',
		nodes: credential ? [...start, persona] : start,
		connections: {
			[TRIGGER]: link(SOURCE),
			...(credential && { [SOURCE]: link('Persona') }),
		},
		settings: { executionOrder: 'v1' },
		pinData: file ? {} : { [SOURCE]: contacts.map((json) => ({ json })) },
	};
}
