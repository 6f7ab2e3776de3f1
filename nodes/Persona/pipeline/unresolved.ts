/** Stands for a value whose expression could not be resolved. */
export const UNRESOLVED = Symbol('unresolved expression');

/** Stands for a text that an expression put together from a field that is missing or is no text. */
export const BROKEN_TEXT = Symbol('text with a missing value in it');
