import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { StoredAccount, StoredImporter } from '../../../sandbox';

/** What an import sets of an account. */
export type Imported = Pick<
	StoredAccount,
	| 'referenceId'
	| 'nameFirst'
	| 'nameMiddle'
	| 'nameLast'
	| 'birthdate'
	| 'socialSecurityNumber'
	| 'tags'
>;

/** An account without what Persona itself adds to it. */
export function importedPart(account: StoredAccount): Imported {
	const { referenceId, nameFirst, nameMiddle, nameLast, birthdate, socialSecurityNumber, tags } =
		account;
	return { referenceId, nameFirst, nameMiddle, nameLast, birthdate, socialSecurityNumber, tags };
}

/** The whole item that the node has to put out for one accepted import. */
export function importerItem(
	{ id, type }: StoredImporter,
	{ attributes, meta, items }: { attributes: IDataObject; meta: IDataObject; items: number[] },
): INodeExecutionData {
	return { json: { type, id, attributes, meta }, pairedItem: items.map((item) => ({ item })) };
}

/** Values that the sandbox or the node makes up, by their shape. */
export const made = {
	requestId: expect.stringMatching(/^req_\w+$/) as string,
	environmentId: expect.stringMatching(/^env_\w+$/) as string,
	time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
	/** A hash: it says nothing about the rows that it stands for. */
	contentKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
};
