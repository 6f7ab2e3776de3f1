/** What the output of a run says, as the last node of its workflow sums it up. */
export interface Told {
	/**
	 * Indexes of the rows that are said to be in Persona (with one item per row), of those that are said not to be, and of those
	 * of which it is not known.
	 */
	sent: number[];
	rejected: number[];
	uncertain: number[];
	/** Output of one item per import: how many there are, and their rows. */
	importers: number;
	rows: number;
	/** Rows that were left out because they hold nothing. */
	blank: number;
	/** Persona's own counts, over all importers. */
	successful: number;
	duplicate: number;
	/** How often each outcome of a row was seen. */
	outcomes: Record<string, number>;
	/** The first reasons that were given. */
	reasons: string[];
}

/** What n8n's process takes, after its garbage was collected. Sizes in bytes. */
export interface Memory {
	heap: number;
	/** What buffers hold outside the heap. */
	external: number;
	resident: number;
	/** Processor time since its start, in milliseconds. */
	cpu: number;
	/** Sockets, timers and the like that keep it alive. */
	handles: number;
}
