import { toNodeApiError } from '../../../../nodes/Persona/transport/errors';
import { NODE } from '../../support/context';
import { answerWith, errorFor, HELP } from './support';

describe('where the values are not at hand', () => {
	const hidden = (errors: unknown[], status = 422) =>
		toNodeApiError(NODE, answerWith({ errors }, status), { hideDetails: true }).description;

	test('a title that is known to be fixed is shown, nothing else', () => {
		const source = { pointer: '/data/Ann' };
		const entry = { title: 'Record invalid', details: 'Ann is taken', source };
		expect(hidden([entry])).toBe(`Persona says: Record invalid. ${HELP}`);
		expect(hidden([{ title: 'Ann is taken' }, { details: 'Ann' }, { title: 7 }])).toBe(HELP);
		expect(hidden([{ title: 'record invalid Ann' }])).toBe(HELP);
	});

	test.each([
		...['Bad Request', 'Conflict', 'Forbidden', 'Idempotency error', 'Parameter missing'],
		...['Must be authenticated to access this endpoint', 'Quota exceeded', 'Rate limit exceeded'],
		...['Record invalid', 'Record not found', 'Record not unique', 'Request Timeout'],
		...['Service unavailable', 'Stale object error', 'Token is invalid', 'Unprocessable entity'],
	])("Persona's own title is one: %s", (title) => {
		expect(hidden([{ title }])).toMatch(new RegExp(`^Persona says: ${title}\\. `));
	});

	test('the size that a file may have still leads to the right advice', () => {
		const errors = [{ title: 'Record invalid', details: 'File must be under 10 bytes' }];
		expect(hidden(errors)).toBe('Persona says: Record invalid. Send less at once.');
		const context = { hideDetails: true, sendLess: 'set A to a smaller number' };
		expect(toNodeApiError(NODE, answerWith({ errors }, 422), context).description).toBe(
			'Persona says: Record invalid. Set A to a smaller number.',
		);
	});

	test('an upload that takes too long leads to smaller ones, another request does not', () => {
		const about = (sendLess?: string) =>
			toNodeApiError(NODE, { code: 'ETIMEDOUT' }, { sendLess }).description;
		expect(about()).toBe('Try again later.');
		expect(about('set A to a smaller number')).toBe(
			'Try again later. If it happens again, set A to a smaller number.',
		);
	});
});

/** Everything that an object holds, however deep, as text. */
function textOf(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null || seen.has(value)) return '';
	seen.add(value);
	return Reflect.ownKeys(value)
		.map((key) => `${String(key)} ${textOf((value as Record<PropertyKey, unknown>)[key], seen)}`)
		.join('\n');
}

describe('no property holds a value of the rows', () => {
	const echo = 'markerone, 987-65-4321, 987654321 and MARKER TWO are not valid';
	const entry = { title: echo, details: echo, source: { pointer: `/${echo}` }, meta: { echo } };

	test.each([400, 401, 404, 409, 422, 429, 500])('%i', (status) => {
		for (const body of [{ errors: [entry, entry] }, { errors: echo, echo }, `<p>${echo}</p>`]) {
			const text = textOf(errorFor(answerWith(body, status, { 'x-echo': echo })));
			expect(text).toContain('HTTP');
			expect(text).not.toMatch(/marker|987|4321/i);
		}
	});
});
