import type { ImportKind, RuleName } from '../types';

export { ACCOUNT_IMPORT } from './accounts';
export { LIST_ITEM_IMPORTS, type ListType } from './listItems';

/** Whether an import has a column with this rule. */
export function hasRule({ columns }: ImportKind, rule: RuleName): boolean {
	return columns.some((column) => column.rule === rule);
}

/** Whether some of these columns hold what is masked in a preview. */
export function hasMaskedColumns({ columns }: Pick<ImportKind, 'columns'>): boolean {
	return columns.some(({ mask }) => mask !== undefined);
}
