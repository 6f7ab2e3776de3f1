import type { StoredImporter } from '../store/types';
import type { Resource } from './resource';

/** An importer as every version shows it (persona-openapi, `importer-shared-attributes.yaml`). */
export function importerResource(importer: StoredImporter): Resource {
	return {
		type: importer.type,
		id: importer.id,
		attributes: {
			status: importer.status,
			'created-at': importer.createdAt,
			'completed-at': importer.completedAt,
			'error-count': importer.errorCount,
			'successful-count': importer.successfulCount,
			'duplicate-count': importer.duplicateCount,
		},
	};
}
