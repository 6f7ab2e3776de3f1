import type { IDataObject } from 'n8n-workflow';

import type { StoredImporter } from '../../../sandbox';

/** An importer as Persona returns it, in kebab-case. */
export function importerJson(importer: StoredImporter): IDataObject {
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

/** The value of the resource locator as the editor stores it. */
export function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}
