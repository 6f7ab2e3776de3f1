import type { ImportKind, RuleName } from '../types';

export { ACCOUNT_IMPORT } from './accounts';
export { LIST_ITEM_IMPORTS, type ListType } from './listItems';

/** Whether an import has a column with this rule. */
export function hasRule({ columns }: ImportKind, rule: RuleName): boolean {
	return columns.some((column) => column.rule === rule);
}
