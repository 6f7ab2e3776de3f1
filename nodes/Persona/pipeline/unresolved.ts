/** Stands for a value whose expression could not be resolved. */
export const UNRESOLVED = Symbol('unresolved expression');
