export { ACCOUNT_IMPORT } from './accounts';
export { LIST_ITEM_IMPORTS, LIST_TYPES, type ListType } from './listItems';
