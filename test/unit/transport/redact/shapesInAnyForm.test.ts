import fc from 'fast-check';

import { redact } from '../../../../nodes/Persona/transport/redact';
import { expectEqual, RUNS } from '../../support/property';

describe('property: what has the shape of personal data is left in no form', () => {
	const digits = (length: number) =>
		fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''));
	const words = fc.constantFrom('', 'value ', 'is ', '(', 'row: ', 'taken by ');

	/** Every run of four digits or more that is in a text, also apart. */
	const runs = (text: string) => text.match(/\d(?:[ ./()–-]{0,2}\d){3,}/g) ?? [];

	test('social security numbers and phone numbers', () => {
		const separator = fc.constantFrom('', ' ', '-', '.', '–', '/', ' - ');
		fc.assert(
			fc.property(words, digits(9), separator, words, (before, ssn, joint, after) => {
				const parts = [ssn.slice(0, 3), ssn.slice(3, 5), ssn.slice(5)];
				for (const form of [parts.join(joint), `+${parts.join(joint)}`, ssn.slice(5)]) {
					expectEqual(runs(redact(`${before}${form} ${after}`, [])), []);
				}
			}),
			RUNS,
		);
	});

	const MONTHS =
		'January February March April May June July August September October November December'.split(
			' ',
		);

	test('birthdates', () => {
		const date = fc.record({
			day: fc.integer({ min: 1, max: 31 }),
			month: fc.integer({ min: 1, max: 12 }),
			year: fc.integer({ min: 1900, max: 2030 }),
			joint: fc.constantFrom('-', '/', '.', ' '),
		});
		const two = (number: number) => String(number).padStart(2, '0');
		fc.assert(
			fc.property(date, ({ day, month, year, joint }) => {
				const name = MONTHS[month - 1]!;
				const year2 = two(year % 100);
				for (const form of [
					[year, two(month), two(day)].join(joint),
					[two(day), two(month), year].join(joint),
					[month, day, year].join(joint),
					[two(day), two(month), year2].join(joint),
					`${year}${two(month)}${two(day)}`,
					`${name} ${day}, ${year}`,
					`${name.slice(0, 3)} ${day} ${year}`,
					`${day} ${name} ${year}`,
					`${day}${joint}${name.slice(0, 3).toUpperCase()}${joint}${year2}`,
					`${day}th of ${name}, ${year}`,
					`${name} ${year}`,
				]) {
					const clean = redact(`born ${form}, or so`, []);
					expectEqual([form, clean], [form, 'born •••, or so']);
				}
			}),
			RUNS,
		);
	});

	test('IPv6 addresses', () => {
		const address = fc.ipV6().filter((text) => text.length > 2);
		fc.assert(
			fc.property(address, (text) => {
				expect(redact(`from ${text} now`, [])).toBe('from ••• now');
			}),
			RUNS,
		);
	});

	test('email addresses', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (text) => {
				const clean = redact(`mail ${text} now`, []);
				expect(clean).not.toContain('@');
				expect(clean).not.toContain(text.split('@')[1]);
			}),
			RUNS,
		);
	});
});
