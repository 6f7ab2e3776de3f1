import { setImmediate as otherWork } from 'node:timers/promises';
import { ROWS_PER_SLICE } from '../choices';
import type { State } from '../state';
import type { StoredAccount, StoredImporter } from '../store/types';
import { listItemKey } from '../store/lists';
import { UnparseableFile, readRows } from './csv';
import type { ImportKind } from './kinds';
import type { Row } from './rules';

/** Where the rows of one import go, and how it knows that it has one already. */
interface Destination {
	/** Equal for two rows of which the second is a duplicate; `null` for a row that is never one. */
	keyOf(row: Row): string | null;
	/** Whether the environment has the row already. */
	has(row: Row): boolean;
	add(row: Row): void;
}

function cell(row: Row, column: string): string | null {
	return row[column] === undefined || row[column] === '' ? null : row[column];
}

function accountOf(row: Row, importerId: string): Partial<StoredAccount> {
	return {
		importerId,
		referenceId: cell(row, 'reference_id'),
		nameFirst: cell(row, 'name_first'),
		nameMiddle: cell(row, 'name_middle'),
		nameLast: cell(row, 'name_last'),
		birthdate: cell(row, 'birthdate'),
		socialSecurityNumber: cell(row, 'social_security_number'),
		tags: cell(row, 'tags'),
	};
}

function destinationOf(importer: StoredImporter, { accounts, lists }: State): Destination {
	const { id, listId } = importer;
	if (listId !== null) {
		return {
			keyOf: listItemKey,
			has: (row) => lists.hasItem(listId, row),
			add: (row) => {
				lists.addItem(listId, id, row);
			},
		};
	}
	return {
		keyOf: (row) => {
			const referenceId = cell(row, 'reference_id');
			return referenceId === null ? null : accounts.keyOf(referenceId);
		},
		has: ({ reference_id: referenceId = '' }) => accounts.hasDefaultType(referenceId),
		add: (row) => {
			accounts.add(accountOf(row, id));
		},
	};
}

/** What a file came to: its new rows and the counts of the others. */
interface Sorted {
	fresh: Row[];
	errors: number;
	duplicates: number;
}

async function sortRows(file: Buffer, kind: ImportKind, to: Destination): Promise<Sorted> {
	const sorted: Sorted = { fresh: [], errors: 0, duplicates: 0 };
	const seen = new Set<string>();
	for await (const row of readRows(file)) {
		const key = to.keyOf(row);
		if (Object.values(row).every((value) => value === '') || !kind.isValid(row)) {
			sorted.errors += 1;
		} else if (key !== null && (seen.has(key) || to.has(row))) {
			sorted.duplicates += 1;
		} else {
			sorted.fresh.push(row);
			if (key !== null) seen.add(key);
		}
	}
	return sorted;
}

/** Stores the new rows in slices. Stops if the sandbox was reset meanwhile. */
async function store(rows: Row[], to: Destination, isForgotten: () => boolean): Promise<void> {
	for (const [index, row] of rows.entries()) {
		if (index % ROWS_PER_SLICE === 0) await otherWork();
		if (isForgotten()) return;
		to.add(row);
	}
}

/** Takes an importer from `pending` to `ready` or `errored`; an errored one has stored nothing. */
export async function processImporter(
	importer: StoredImporter,
	kind: ImportKind,
	state: State,
): Promise<void> {
	const isForgotten = () => state.importers.get(importer.id) !== importer;
	if (isForgotten()) return;
	const destination = destinationOf(importer, state);
	try {
		const sorted = await sortRows(state.importers.fileOf(importer.id), kind, destination);
		await store(sorted.fresh, destination, isForgotten);
		importer.successfulCount = sorted.fresh.length;
		importer.errorCount = sorted.errors;
		importer.duplicateCount = sorted.duplicates;
		importer.status = 'ready';
	} catch (error) {
		if (!(error instanceof UnparseableFile)) throw error;
		importer.status = 'errored';
	}
	importer.completedAt = new Date(state.now()).toISOString();
}
