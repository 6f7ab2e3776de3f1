import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { VirtualClock } from './virtualClock';

/** The stand-in for Persona, on a clock that does not wait. */
export class PersonaStandIn {
	sandbox!: Sandbox;
	readonly clock = new VirtualClock();

	/** For the tests of one file: started before them, emptied before each, closed after them. */
	use(options: SandboxOptions = {}): this {
		beforeAll(async () => {
			this.clock.install();
			this.sandbox = await startSandbox({ now: this.clock.now, ...options });
		});
		beforeEach(() => {
			this.sandbox.reset();
			this.clock.forget();
		});
		afterAll(async () => {
			this.clock.restore();
			await this.sandbox.close();
		});
		return this;
	}

	get access() {
		return { apiKey: this.sandbox.apiKey, baseUrl: this.sandbox.url };
	}
}
