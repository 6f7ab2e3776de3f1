import { TAG_SEPARATOR } from '../choices';

/** The tags in a tags cell. */
export function tagsOf(cell: string | null): string[] {
	const names = (cell ?? '').split(TAG_SEPARATOR).map((name) => name.trim());
	return names.filter((name) => name !== '');
}
