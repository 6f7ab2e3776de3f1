import type { IDataObject } from 'n8n-workflow';

import { taken } from '../builders';
import type { BadInput } from '../types';

export const NO_TEXT =
	'An expression there has to give text, not an object, a list, or true or false.';
export const ON_OR_OFF =
	'An expression there has to give true or false, not text or nothing. Nothing was sent.';
export const oneOf = (choices: string) =>
	`Choose one from its list. An expression has to give one of these: ${choices}.`;
export const notOffered = (field: string) =>
	`'${field}' is set to something that it does not offer`;
const ROWS = [{ reference_id: 'zqx-0' }, { reference_id: 'zqx-1' }, { reference_id: 'zqx-2' }];
export const fine = (name: string, options: unknown) =>
	taken(name, { rows: ROWS, parameters: { options } as IDataObject }, { accepted: 3 });
export const parameter = (parameters: unknown): BadInput => ({
	parameters: parameters as IDataObject,
});
