/** Freezes a value and all that it holds, so that a write to it throws. */
export function deepFreeze<Value>(value: Value): Value {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	for (const key of Reflect.ownKeys(value))
		deepFreeze((value as Record<PropertyKey, unknown>)[key]);
	return value;
}
