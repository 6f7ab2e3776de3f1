import { ACCOUNT_IMPORT } from '../../../../nodes/Persona/pipeline/columns';
import { matchFields } from '../../../../nodes/Persona/pipeline/mapping';

export const { columns } = ACCOUNT_IMPORT;

/** Which field each column takes. */
export const columnFields = (...fields: string[]) =>
	Object.fromEntries(matchFields(fields, columns).fieldOf);

/** The column that a field fits by itself. */
export const columnFor = (field: string): string | undefined => Object.keys(columnFields(field))[0];
