import { repeatedBy, toNodeApiError } from '../../../nodes/Persona/transport/errors';
import { NODE } from '../support/context';

const refusal = (...titles: string[]) => ({
	status: 422,
	body: { errors: titles.map((title) => ({ title, source: { pointer: `/${title}` } })) },
	headers: {},
});

describe('the values that it repeats', () => {
	test('are not looked for where no answer came, or one of another kind', () => {
		expect(repeatedBy({ code: 'ECONNRESET' })).toBeUndefined();
		expect(repeatedBy({ status: 502, body: '<html></html>', headers: {} })).toBeUndefined();
	});

	test('are found in each of three entries, without regard to case and blanks', () => {
		const isRepeated = repeatedBy(refusal('one', 'Ann  Marie', 'three', 'four'))!;
		const values = ['ONE', ' ann marie', 'hre', 'four', 'five'];
		expect(values.filter(isRepeated)).toEqual(['ONE', ' ann marie', 'hre']);
	});

	test('are found by one of their words, and in another spelling', () => {
		const isRepeated = repeatedBy(refusal('Ann is taken', 'José', "O'Brien-Smith"))!;
		const values = [
			'Ann-Maria',
			'Maria Ann',
			'Annabel Lee',
			'Jose\u0301',
			'O’Brien',
			'SMITH/Jones',
		];
		expect(values.filter(isRepeated)).toEqual([
			'Ann-Maria',
			'Maria Ann',
			'Jose\u0301',
			'O’Brien',
			'SMITH/Jones',
		]);
	});

	test('are none where nothing is said', () => {
		expect(repeatedBy(refusal())).toBeUndefined();
		expect(repeatedBy({ code: 'ECONNRESET' })).toBeUndefined();
		expect(repeatedBy({ status: 502, body: 'Ann', headers: {} })).toBeUndefined();
	});
});

describe('a refusal about which nothing more is known', () => {
	test('has what Persona says, and our help', () => {
		expect(toNodeApiError(NODE, refusal('Was here'), {}).description).toBe(
			'Persona says: Was here (/Was here). Fix the rows or the options that this is about, then run this node again.',
		);
	});

	test('is told by its title where its status may mean several things', () => {
		const outcome = { ...refusal('Bad Request', 'Idempotency error'), status: 400 };
		expect(toNodeApiError(NODE, outcome, {}).message).toContain(
			'This Idempotency-Key was used before',
		);
	});

	test('means what the request says that its status means', () => {
		const statusMessages = { 422: { message: 'The list is full', help: 'Empty it.' } };
		const error = toNodeApiError(NODE, refusal(), { statusMessages });
		expect([error.message, error.description]).toEqual(['The list is full', 'Empty it.']);
		const tooLarge = {
			...refusal(),
			body: { errors: [{ details: 'File must be under 9 bytes' }] },
		};
		expect(toNodeApiError(NODE, tooLarge, { statusMessages }).message).toBe(
			'The file is too large for Persona (HTTP 422)',
		);
		expect(toNodeApiError(NODE, { code: 'ECONNRESET' }, { statusMessages }).message).toContain(
			'was lost',
		);
	});
});
