import { clock } from '../../../nodes/Persona/transport/clock';

/** Time that passes only when the code under test sleeps. */
class FakeClock {
	time = 1_000_000;
	/** What `random` answers. */
	chance = 0;
	/** Called whenever time has passed. */
	onTick: (time: number) => void = () => undefined;

	private readonly real = { ...clock };
	private readonly start = this.time;

	install(): this {
		clock.now = () => this.time;
		clock.random = () => this.chance;
		clock.sleep = async (milliseconds) => {
			this.time += milliseconds;
			this.onTick(this.time);
			await Promise.resolve();
		};
		return this;
	}

	/** Begins anew. */
	reset(): void {
		this.time = this.start;
		this.chance = 0;
		this.onTick = () => undefined;
	}

	restore(): void {
		Object.assign(clock, this.real);
	}

	/** Milliseconds since the test began. */
	get passed(): number {
		return this.time - this.start;
	}
}

/** The clock of all tests of a file; each of them begins with it as it was at first. */
export function fakeClock(): FakeClock {
	const fake = new FakeClock();
	beforeEach(() => {
		fake.reset();
		fake.install();
	});
	afterEach(() => fake.restore());
	return fake;
}
