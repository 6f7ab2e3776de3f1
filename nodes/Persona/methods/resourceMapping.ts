import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS, type ListType } from '../pipeline/columns';
import type { ImportKind } from '../pipeline/types';

// Every column is a string: the mapper's own types turn '' into 0 and shift dates into the workflow's time zone.
function mapperFields({ columns }: ImportKind): ResourceMapperFields {
	return {
		fields: columns.map(({ name, displayName, required }) => ({
			id: name,
			displayName,
			required,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string',
		})),
	};
}

/** The columns that an account import takes. */
export async function getAccountColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return mapperFields(ACCOUNT_IMPORT);
}

/** The columns that an import into a list of the chosen type takes. */
export async function getListItemColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const listType = this.getCurrentNodeParameter('listType') as ListType | undefined;
	return mapperFields(LIST_ITEM_IMPORTS[listType ?? 'emailAddress']);
}
