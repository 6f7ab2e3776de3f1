import type { Fault } from '../faultTypes';
import type { FaultControls } from '../types';

/** The scripted faults that have not happened yet. */
export class Faults implements FaultControls {
	private waiting: { fault: Fault; left: number }[] = [];

	add(fault: Fault): void {
		this.waiting.push({ fault, left: fault.times ?? 1 });
	}

	clear(): void {
		this.waiting = [];
	}

	pending(): number {
		return this.waiting.reduce((sum, { left }) => sum + left, 0);
	}

	/** Uses up the oldest fault that selects this request. */
	take(method: string, path: string): Fault | undefined {
		const found = this.waiting.find(({ fault }) => selects(fault, method, path));
		if (found === undefined) return undefined;
		found.left -= 1;
		if (found.left <= 0) this.waiting = this.waiting.filter((other) => other !== found);
		return found.fault;
	}
}

function selects({ on }: Fault, method: string, path: string): boolean {
	if (on?.method !== undefined && on.method.toUpperCase() !== method) return false;
	if (on?.path === undefined) return true;
	return typeof on.path === 'string' ? on.path === path : on.path.test(path);
}
