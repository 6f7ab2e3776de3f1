import type { StoredList } from '../store/types';
import type { Resource } from './resource';

/** A list as every version shows it; its items are never named, as the OpenAPI schema allows none. */
export function listResource(list: StoredList): Resource {
	return {
		type: list.type,
		id: list.id,
		attributes: {
			name: list.name,
			status: list.status,
			'archived-at': list.archivedAt,
			'created-at': list.createdAt,
			'updated-at': list.updatedAt,
		},
		relationships: { 'list-items': { data: [] } },
	};
}
