/** A watch on the event loop. */
export interface Turns {
	/** Ends the watch: the longest time between two turns, in milliseconds. */
	stop(): number;
}

const OFTEN = 1;

// monitorEventLoopDelay of perf_hooks misses blocks of seconds in n8n (seen with Node 24), so this counts by itself.
export function watchTurns(): Turns {
	let longest = 0;
	let last = performance.now();
	const look = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last - OFTEN);
		last = now;
	};
	const timer = setInterval(look, OFTEN);
	return {
		stop() {
			clearInterval(timer);
			look();
			return longest;
		},
	};
}

/** What a measurement began with. */
export interface Begin {
	turns: Turns;
	cpu: NodeJS.CpuUsage;
	/** Resident memory in bytes. */
	memory: number;
	time: number;
}

// The two nodes are loaded as files of their own; what they share is the process.
const KEY = Symbol.for('n8n-nodes-persona-bench');
const shared = globalThis as unknown as Record<symbol, Begin>;

export function begin(measurement: Begin): void {
	shared[KEY] = measurement;
}

export function begun(): Begin {
	return shared[KEY]!;
}
