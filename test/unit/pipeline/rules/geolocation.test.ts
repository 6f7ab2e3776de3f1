import fc from 'fast-check';

import {
	checkLatitude,
	checkLongitude,
	checkRadius,
} from '../../../../nodes/Persona/pipeline/rules/geolocation';
import { RUNS } from '../../support/property';
import { ruleContext } from '../../support/rules';

const context = ruleContext();

describe.each([
	['latitude', checkLatitude, 90],
	['longitude', checkLongitude, 180],
] as const)('%s', (code, check, limit) => {
	it.each([
		[limit, String(limit)],
		[-limit, String(-limit)],
		[0, '0'],
		[40.7128, '40.7128'],
		['-40.7128', '-40.7128'],
		['+40.7128', '40.7128'],
		[' 7.50 ', '7.50'],
		[0.1 + 0.2, '0.30000000000000004'],
		[1e-7, '0.0000001'],
		[-1e-7, '-0.0000001'],
		[12n, '12'],
		['', ''],
		[null, ''],
	])('sends %p as %p', (value, text) => expect(check(value, context)).toEqual(text));

	it.each([limit + 0.000001, -limit - 1, String(limit + 1), 1e20])('refuses %p', (value) => {
		expect(check(value, context)).toEqual({ code });
	});

	it.each(['40,7128', '40°42′', '1e1', '.5', '5.', '--1', '+-1', 'north', Infinity, 1e21])(
		'says of %p that it is not a decimal number',
		(value) => expect(check(value, context)).toEqual({ code: 'decimalNumber' }),
	);

	it.each([NaN, 'N/A', '-', 'null'])('says of %p that it is a placeholder', (value) =>
		expect(check(value, context)).toEqual({ code: 'placeholder' }),
	);

	it('takes every number in range, without exponent and without changing what it says', () => {
		const inRange = fc.double({ min: -limit, max: limit, noNaN: true });
		fc.assert(
			fc.property(inRange, (value) => {
				const checked = check(value, context);
				const text = typeof checked === 'string' ? checked : '';
				expect(text).toMatch(/^-?\d+(\.\d+)?$/);
				expect(Math.abs(Number(text) - value)).toBeLessThan(1e-15);
			}),
			{ numRuns: 2 * RUNS.numRuns },
		);
	});
});

describe('radius', () => {
	it.each([
		[200, '200'],
		['0.5', '0.5'],
		[50_000_000, '50000000'],
	])('sends %p as %p', (value, text) => expect(checkRadius(value, context)).toEqual(text));

	it.each([0, -1, '0.0', '-200', -0])('refuses %p', (value) => {
		expect(checkRadius(value, context)).toEqual({ code: 'radius' });
	});

	it.each(['200 m', '1,000', `1${'0'.repeat(400)}`, true])(
		'does not take %p for a number',
		(value) => {
			expect(checkRadius(value, context)).toEqual({
				code: value === true ? 'booleanValue' : 'decimalNumber',
			});
		},
	);
});
