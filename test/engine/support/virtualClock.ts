import { clock } from '../../../nodes/Persona/transport/clock';

/** Makes the node's waits pass at once, and counts them. */
export class VirtualClock {
	/** Sum of all waits, in milliseconds. */
	waited = 0;

	private readonly real = { ...clock };
	private readonly start = Date.now();

	install(): this {
		clock.now = () => this.now();
		clock.random = () => 0;
		clock.sleep = async (milliseconds) => {
			this.waited += milliseconds;
			await new Promise((resolve) => setImmediate(resolve));
		};
		return this;
	}

	/** For the sandbox, so that its rate limit windows pass as well. */
	now = (): number => this.start + this.waited;

	restore(): void {
		Object.assign(clock, this.real);
	}
}
