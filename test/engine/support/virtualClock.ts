import { clock } from '../../../nodes/Persona/transport/clock';

/** Makes the node's waits pass at once, and counts them. */
export class VirtualClock {
	/** Sum of all waits, in milliseconds. */
	waited = 0;

	/** Happens during each wait, for what goes on in Persona meanwhile. */
	onWait: () => void | Promise<void> = () => undefined;

	private readonly real = { ...clock };
	private readonly start = Date.now();

	install(): this {
		clock.now = () => this.now();
		clock.random = () => 0;
		clock.sleep = async (milliseconds) => {
			this.waited += milliseconds;
			await this.onWait();
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
