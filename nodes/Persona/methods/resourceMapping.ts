import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { ACCOUNT_IMPORT } from '../import/kinds';
import type { ImportKind } from '../import/types';

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
