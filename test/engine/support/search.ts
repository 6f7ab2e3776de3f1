/** A place where a marker was found: the path from the root, and the marker. */
export interface Finding {
	path: string;
	marker: string;
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'symbol') return [value.description ?? ''];
	if (value instanceof Uint8Array) return [Buffer.from(value).toString('latin1')];
	return [];
}

function childrenOf(value: object): [string, unknown][] {
	if (value instanceof Map) return [...value].map(([key, entry]) => [String(key), entry]);
	if (value instanceof Set) return [...value].map((entry, index) => [String(index), entry]);
	return Reflect.ownKeys(value).map((key) => [
		String(key),
		(value as Record<string | symbol, unknown>)[key],
	]);
}

/**
 * Looks for markers in everything that can be reached from a value: all own properties, hidden ones, stacks, keys, bytes.
 *
 * @param markers compared without regard to case
 * @param skip names of properties that are not followed
 */
export function findMarkers(root: unknown, markers: string[], skip: string[] = []): Finding[] {
	const findings: Finding[] = [];
	const seen = new Set<unknown>();
	const look = (value: unknown, path: string): void => {
		for (const text of textsOf(value)) {
			const lower = text.toLowerCase();
			for (const marker of markers) {
				if (lower.includes(marker.toLowerCase())) findings.push({ path, marker });
			}
		}
		if (typeof value !== 'object' || value === null || seen.has(value)) return;
		seen.add(value);
		for (const [key, child] of childrenOf(value)) {
			if (skip.includes(key)) continue;
			look(key, `${path}.(key ${key})`);
			look(child, `${path}.${key}`);
		}
	};
	look(root, '');
	return findings;
}
