import { clock } from '../../../nodes/Persona/transport/clock';

/** Makes the node's waits pass at once, and counts them. */
export class VirtualClock {
	/** Sum of all waits, in milliseconds. */
	waited = 0;

	private planned: { at: number; happens: () => void }[] = [];

	private readonly real = { ...clock };
	private readonly start = Date.now();

	install(): this {
		clock.now = () => this.now();
		clock.random = () => 0;
		clock.sleep = async (milliseconds) => {
			this.waited += milliseconds;
			this.happen();
			await new Promise((resolve) => setImmediate(resolve));
		};
		return this;
	}

	/** For the sandbox, so that its rate limit windows pass as well. */
	now = (): number => this.start + this.waited;

	/** Lets something happen as soon as the node has waited that many seconds from now. */
	after(seconds: number, happens: () => void): void {
		this.planned.push({ at: this.waited + seconds * 1000, happens });
	}

	/** Forgets what has not happened yet. */
	forget(): void {
		this.planned = [];
	}

	/** Lets time pass between runs. */
	pass(seconds: number): void {
		this.waited += seconds * 1000;
		this.happen();
	}

	private happen(): void {
		const due = this.planned.filter(({ at }) => at <= this.waited);
		this.planned = this.planned.filter(({ at }) => at > this.waited);
		for (const { happens } of due) happens();
	}

	restore(): void {
		Object.assign(clock, this.real);
	}
}
