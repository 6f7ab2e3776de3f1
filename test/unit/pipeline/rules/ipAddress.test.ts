import { isIP } from 'node:net';

import fc from 'fast-check';

import { checkIpAddress as checkWith } from '../../../../nodes/Persona/pipeline/rules/ipAddress';
import { RUNS } from '../../support/property';
import { ruleContext } from '../../support/rules';

const checkIpAddress = (value: unknown) => checkWith(value, ruleContext());

const isTaken = (text: string) => typeof checkIpAddress(text) === 'string';
/** Node's own opinion; zones are left out, because they mean something on one machine only. */
const isAddress = (text: string) => isIP(text) !== 0 && !text.includes('%');

describe('IP addresses', () => {
	it.each([
		'192.0.2.1',
		'0.0.0.0',
		'255.255.255.255',
		'::',
		'::1',
		'2001:db8::1',
		'2001:DB8:0:0:8:800:200C:417A',
		'1:2:3:4:5:6:7::',
		'::2:3:4:5:6:7:8',
		'::ffff:192.0.2.1',
		'1:2:3:4:5:6:192.0.2.1',
		'1::192.0.2.1',
	])('takes %s as it is', (text) => {
		expect(checkIpAddress(text)).toEqual(text);
		expect(isAddress(text)).toBe(true);
	});

	it.each([
		'256.0.0.1',
		'192.0.2',
		'192.0.2.1.1',
		'192.0.2.01',
		'192.0.2.1:80',
		'[::1]',
		'::1::',
		':::',
		':1',
		'1:',
		'1:2:3:4:5:6:7',
		'1:2:3:4:5:6:7:8:9',
		'1:2:3:4:5:6:7:8::',
		'1:2:3:4::5:6:7:8',
		'1:2:3:4:5:6:7:192.0.2.1',
		'192.0.2.1::',
		'::192.0.2.1:1',
		'12345::',
		'g::',
		'example.org',
		'10.0.0.1-10.0.0.9',
		'١٩٢.0.2.1',
	])('refuses %s', (text) => {
		expect(checkIpAddress(text)).toEqual({ code: 'ipAddress' });
		expect(isAddress(text)).toBe(false);
	});

	it.each(['192.0.2.0/24', '2001:db8::/32', '192.0.2.1/32'])(
		'refuses the range %s in words of its own',
		(text) => expect(checkIpAddress(text)).toEqual({ code: 'ipRange' }),
	);

	it('refuses a zone in words of its own', () => {
		expect(checkIpAddress('fe80::1%eth0')).toEqual({ code: 'ipZone' });
	});

	it.each([
		[' 192.0.2.1\n', '192.0.2.1'],
		['', ''],
		[null, ''],
		[3221225985, { code: 'ipAddress' }],
		[192.5, { code: 'ipAddress' }],
		[0.1 + 0.2, { code: 'ipAddress' }],
		[{}, { code: 'notText' }],
	])('answers %j with %j', (value, expected) => expect(checkIpAddress(value)).toEqual(expected));

	it('agrees with Node about addresses and about what is nearly one', () => {
		const group = fc.oneof(
			fc.constant(''),
			fc.nat({ max: 0x1ffff }).map((number) => number.toString(16)),
			fc.constantFrom('0000', 'FFFF', 'g', '192.0.2.1', '1.2.3', '01.2.3.4', '%1'),
		);
		const nearlyIpv6 = fc.array(group, { maxLength: 10 }).map((groups) => groups.join(':'));
		const byte = fc.oneof(fc.nat({ max: 300 }).map(String), fc.constantFrom('', '00', '01', 'a'));
		const nearlyIpv4 = fc
			.array(byte, { minLength: 3, maxLength: 5 })
			.map((bytes) => bytes.join('.'));
		const any = fc.oneof(
			fc.ipV4(),
			fc.ipV6(),
			nearlyIpv4,
			nearlyIpv6,
			fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEFg:.') }),
		);
		fc.assert(
			fc.property(any, (text) => text === '' || isTaken(text) === isAddress(text)),
			{ numRuns: 20 * RUNS.numRuns },
		);
	});
});
