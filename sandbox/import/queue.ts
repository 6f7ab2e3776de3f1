interface Waiting {
	timer: NodeJS.Timeout | undefined;
	process: () => Promise<void>;
}

/** Importers and batch jobs that wait for their delay; then they are processed one after another. */
export class ProcessingQueue {
	private readonly waiting = new Map<string, Waiting>();
	private running: Promise<void> = Promise.resolve();

	constructor(private readonly delayMilliseconds: number) {}

	/** Processes one after the delay; with an infinite delay only `settle` does. */
	schedule({ id }: { id: string }, process: () => Promise<void>): void {
		const timer = Number.isFinite(this.delayMilliseconds)
			? setTimeout(() => {
					this.start(id);
				}, this.delayMilliseconds)
			: undefined;
		this.waiting.set(id, { timer, process });
	}

	/** Processes everything now, and resolves when all of it, also what runs already, is done. */
	async settle(): Promise<void> {
		for (const id of this.waiting.keys()) this.start(id);
		await this.running;
	}

	/** Drops what waits. */
	clear(): void {
		for (const { timer } of this.waiting.values()) clearTimeout(timer);
		this.waiting.clear();
	}

	private start(id: string): void {
		const entry = this.waiting.get(id);
		if (entry === undefined) return;
		this.waiting.delete(id);
		clearTimeout(entry.timer);
		this.running = this.running.then(entry.process);
	}
}
