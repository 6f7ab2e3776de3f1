import { made } from '../../e2e/support/items';
import type { HostInstance } from './host';
import { PEOPLE } from './workflow';

const COUNTS = { 'error-count': 0, 'successful-count': 0, 'duplicate-count': 0 };

/** The attributes of an import that Persona has only just taken. */
export const PENDING = {
	status: 'pending',
	'created-at': made.time,
	'completed-at': null,
	...COUNTS,
};

/** The attributes of an import that Persona has finished, with `count` new objects. */
export const ready = (count: number) => ({
	...PENDING,
	status: 'ready',
	'completed-at': made.time,
	'successful-count': count,
});

/** The one import that the sandbox took, finished, and the `meta` that the node has to put out with it. */
export async function onlyImport({ sandbox }: HostInstance) {
	await sandbox.settle();
	const [importer, ...more] = sandbox.importers();
	if (!importer || more.length > 0) throw new Error('There has to be exactly one importer');
	const csv = sandbox.csvOf(importer.id);
	const fileMeta = {
		rows: PEOPLE.length,
		bytes: csv.length,
		'request-id': made.requestId,
		'environment-id': made.environmentId,
		'idempotency-key': made.contentKey,
		repeated: false,
	};
	const meta = {
		...fileMeta,
		'blank-rows': 0,
		'merged-duplicates': 0,
		'rejected-rows': 0,
		part: 1,
		parts: 1,
		'file-name': 'accounts.csv',
		mapping: expect.any(Object) as object,
		'ignored-fields': [],
		'passed-over-fields': [],
		warnings: expect.any(Array) as unknown[],
	};
	return { importer, csv: csv.toString(), meta, fileMeta };
}
