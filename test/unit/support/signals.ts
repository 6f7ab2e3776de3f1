/** A signal that is aborted already, with a reason that can be told apart. */
export function abortedSignal(): AbortSignal {
	return AbortSignal.abort(new Error('cancelled'));
}

/** A signal that tells how often it was looked at, and is aborted from one of these looks on. */
export class CountedSignal {
	/** Called at each look. */
	onLook: () => void = () => undefined;
	looks = 0;

	constructor(private readonly abortAt = Infinity) {}

	get signal(): AbortSignal {
		const { signal } = new AbortController();
		signal.throwIfAborted = () => {
			this.looks++;
			this.onLook();
			if (this.looks >= this.abortAt) throw new Error('cancelled');
		};
		return signal;
	}
}
