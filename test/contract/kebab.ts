/** Members whose own keys are data, which no inflection changes: the fields of an account, the row of a batch job. */
const DATA = ['fields', 'row'];

/** A document of another inflection with its keys in kebab-case again, those of data untouched. */
export function toKebabKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(toKebabKeys);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key
				.replace(/_/g, '-')
				.replace(/[A-Z]|(?<=[A-Za-z])\d/g, (letter) => `-${letter.toLowerCase()}`),
			DATA.includes(key) ? (inner as unknown) : toKebabKeys(inner),
		]),
	);
}

/** Whether a key, at any depth outside data, is written in another casing than the given one. */
export function keysOutside(value: unknown, casing: RegExp): string[] {
	if (Array.isArray(value)) return value.flatMap((item) => keysOutside(item, casing));
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		...(casing.test(key) ? [] : [key]),
		...(DATA.includes(key) ? [] : keysOutside(inner, casing)),
	]);
}
