/** A small seeded source of numbers (mulberry32): the same seed gives the same file on every machine. */
export class Random {
	constructor(private state: number) {}

	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	/** An integer from `min` to `max`, both included. */
	integer(min: number, max: number): number {
		return min + Math.floor(this.next() * (max - min + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly T[]): T {
		const value = list[this.integer(0, list.length - 1)];
		if (value === undefined) throw new Error('Nothing to pick from');
		return value;
	}

	shuffle<T>(list: readonly T[]): T[] {
		return list
			.map((value) => ({ value, key: this.next() }))
			.sort((a, b) => a.key - b.key)
			.map(({ value }) => value);
	}
}
