import type { Listing } from '../http/page';
import { Collection, newId } from './collection';
import type { StoredImporter } from './types';

/** The importers of the environment, each with the file that was uploaded for it. */
export class Importers {
	private readonly collection = new Collection<StoredImporter>();
	private readonly files = new Map<string, Buffer>();

	constructor(private readonly now: () => number) {}

	/** Stores an importer; what is not given is a new ID, `pending`, for accounts, made now. */
	add(given: Partial<StoredImporter>, file?: Buffer): StoredImporter {
		const importer = this.collection.add({
			id: newId('mprt'),
			type: 'importer/account',
			status: 'pending',
			createdAt: new Date(this.now()).toISOString(),
			completedAt: null,
			errorCount: 0,
			successfulCount: 0,
			duplicateCount: 0,
			fileName: null,
			listId: null,
			...given,
		});
		if (file !== undefined) this.files.set(importer.id, file);
		return importer;
	}

	all(): StoredImporter[] {
		return this.collection.all();
	}

	get(id: string): StoredImporter | undefined {
		return this.collection.get(id);
	}

	/** The newest first. */
	list(): Listing<StoredImporter> {
		return this.collection.newestFirst();
	}

	/** The uploaded bytes. Throws for an importer that does not exist or has no file. */
	fileOf(id: string): Buffer {
		const file = this.files.get(id);
		if (file === undefined) throw new Error(`No file was uploaded for importer ${id}`);
		return file;
	}

	clear(): void {
		this.collection.clear();
		this.files.clear();
	}
}
