/** A document of another inflection with its keys in kebab-case again, those in `fields` untouched. */
export function toKebabKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(toKebabKeys);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key
				.replace(/_/g, '-')
				.replace(/[A-Z]|(?<=[A-Za-z])\d/g, (letter) => `-${letter.toLowerCase()}`),
			key === 'fields' ? (inner as unknown) : toKebabKeys(inner),
		]),
	);
}

/** Whether a key, at any depth outside `fields`, is written in another casing than the given one. */
export function keysOutside(value: unknown, casing: RegExp): string[] {
	if (Array.isArray(value)) return value.flatMap((item) => keysOutside(item, casing));
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		...(casing.test(key) ? [] : [key]),
		...(key === 'fields' ? [] : keysOutside(inner, casing)),
	]);
}
