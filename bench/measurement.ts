import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Lets what came before settle, and begins to measure. */
export async function begin(): Promise<void> {
	collectGarbage();
	// Linux forgets the highest memory use of a process that writes this.
	writeFileSync('/proc/self/clear_refs', '5');
	await sleep(50);
	shared[KEY] = {
		turns: watchTurns(),
		cpu: process.cpuUsage(),
		memory: process.memoryUsage().rss,
		time: performance.now(),
	};
}

export function begun(): Begin {
	return shared[KEY]!;
}
