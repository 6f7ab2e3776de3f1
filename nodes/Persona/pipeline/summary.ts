import type { IDataObject } from 'n8n-workflow';

import { attributeOf, countsOf, createdAtOf, statusOf } from './importer';
import type { FileMeta, ImportMeta } from './results';

const REPEATED = 'Nothing new was imported: Persona already had these rows';

/**
 * An import in one flat object, for a message or a row in a sheet; its keys are always the same. Warnings are one text.
 *
 * @param importer Persona's Importer object
 */
export function summaryOf(importer: IDataObject, meta: FileMeta | ImportMeta): IDataObject {
	const { successful, duplicate, error } = countsOf(importer);
	const { rejectedRows = 0, blankRows = 0, warnings = [] }: Partial<ImportMeta> = meta;
	const sentences = [
		...(meta.repeated ? [REPEATED] : []),
		...warnings.map(({ message }) => message),
	];
	return {
		id: String(importer.id),
		status: (statusOf(importer) ?? null) as string | null,
		rowsSent: meta.rows,
		successful,
		duplicates: duplicate,
		errors: error,
		rejectedRows,
		blankRows,
		createdAt: createdAtOf(importer) ?? null,
		completedAt: (attributeOf(importer, 'completedAt') ?? null) as string | null,
		fileName: meta.fileName,
		warnings: sentences.join('. '),
	};
}
