import type { IDataObject } from 'n8n-workflow';

import { map } from '../support';

export const NO_COLUMN = 'No input field fits any column, so nothing was sent';
export const BY_HAND = "set 'Mapping Column Mode' to Map Each Column Manually";

/** What stops an import of these items, if anything. */
export const stopOf = async (items: readonly IDataObject[]) => (await map(items)).stop;
