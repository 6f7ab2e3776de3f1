import { createHmac, timingSafeEqual } from 'crypto';

/** Why a request is not taken for one of Persona. */
export type Refusal = 'unsigned' | 'tooOld' | 'mismatch';

interface SignedSet {
	/** Seconds since 1970, as the header has it. */
	time: string;
	signatures: string[];
}

/** More sets than Persona ever sends: each costs a digest for each secret. */
const MOST_SETS = 4;

/**
 * The sets of a `Persona-Signature`: one, or while a secret is rotated two, separated by a space. Those have to be taken
 * apart first: split at commas alone, the first signature would end in the time of the second set.
 *
 * Source: Persona's documentation, Webhook Best Practices.
 */
function setsOf(header: string): SignedSet[] {
	const sets = header.trim().split(/\s+/).slice(0, MOST_SETS);
	return sets.flatMap((set) => {
		const pairs = set.split(',').map((pair) => /^(t|v1)=(.+)$/.exec(pair));
		const valuesOf = (key: string) => pairs.flatMap((pair) => (pair?.[1] === key ? pair[2]! : []));
		const [time] = valuesOf('t');
		if (time === undefined || !/^\d{1,12}$/.test(time)) return [];
		return [{ time, signatures: valuesOf('v1').slice(0, MOST_SETS) }];
	});
}

function isEqual(signature: string, expected: Buffer): boolean {
	if (!/^[\da-f]{64}$/i.test(signature)) return false;
	return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}

/** Whether any signature of a set was made with the secret: HMAC-SHA256 of the time, a dot and the body. */
function wasMadeWith(secret: string, { time, signatures }: SignedSet, body: Buffer): boolean {
	const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
	return signatures.map((signature) => isEqual(signature, expected)).includes(true);
}

/**
 * Checks that Persona sent a request, and that it did so just now.
 *
 * @param header `Persona-Signature`: `t=<seconds>,v1=<hexadecimal>`, once or more, separated by spaces
 * @param body the bytes that arrived, unchanged
 * @param secrets those of the webhook that are valid; while one is rotated there are two
 * @param tolerance how far the time of signing may be from now, in seconds
 * @param now milliseconds since 1970
 * @returns why the request is not taken, or undefined if it is
 */
export function refusalOf(
	header: unknown,
	body: Buffer,
	secrets: readonly string[],
	tolerance: number,
	now: number,
): Refusal | undefined {
	const sets = typeof header === 'string' ? setsOf(header) : [];
	if (sets.length === 0) return 'unsigned';
	const isNear = ({ time }: SignedSet) => Math.abs(now / 1000 - Number(time)) <= tolerance;
	const near = sets.filter(isNear);
	if (near.length === 0) return 'tooOld';
	const usable = secrets.filter((secret) => secret !== '');
	const matches = near.some((set) => usable.some((secret) => wasMadeWith(secret, set, body)));
	return matches ? undefined : 'mismatch';
}
