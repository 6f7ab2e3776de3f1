import { createHmac } from 'node:crypto';

import { refusalOf } from '../../../nodes/Persona/trigger/signature';

const NOW = 1_700_000_000_000;
const TIME = String(NOW / 1000);
const BODY = Buffer.from('{"data":{"id":"evt_1","name":"Zoë"}}');
const SECRET = 'wbhsec_one';

const hmac = (secret: string, text: Buffer | string, time = TIME) =>
	createHmac('sha256', secret).update(`${time}.`).update(text).digest('hex');

const set = (secret = SECRET, body: Buffer | string = BODY, time = TIME) =>
	`t=${time},v1=${hmac(secret, body, time)}`;

const check = (header: unknown, secrets = [SECRET], tolerance = 300, body = BODY) =>
	refusalOf(header, body, secrets, tolerance, NOW);

test('agrees with a digest that was made elsewhere', () => {
	// printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac wbhsec_example
	const signature = '7b1f22a562a5add1ef4941f4b6f47c55ad936eb1a14226c564791a224e5fe961';
	const header = `t=1700000000,v1=${signature}`;
	expect(check(header, ['wbhsec_example'], 300, Buffer.from('{"a":1}'))).toBeUndefined();
});

test.each([
	['one set', set()],
	['the order of its pairs', set().split(',').reverse().join(',')],
	['further pairs', `${set()},v2=abc`],
	['two sets, the second of which fits', `${set('wbhsec_other')} ${set()}`],
	['two sets, the first of which fits', `${set()} ${set('wbhsec_other')}`],
	['two signatures in a set', `t=${TIME},v1=${'0'.repeat(64)},v1=${hmac(SECRET, BODY)}`],
	['capital digits', set().toUpperCase().replace('T=', 't=').replace('V1=', 'v1=')],
	['an old set beside a new one', `${set(SECRET, BODY, '1600000000')} ${set()}`],
])('takes %s', (_name, header) => {
	expect(check(header)).toBeUndefined();
});

test('takes a signature of any secret that is valid', () => {
	expect(check(set('wbhsec_two'), [SECRET, 'wbhsec_two'])).toBeUndefined();
});

test.each([
	['nothing', undefined],
	['an empty text', ''],
	['a list', [set()]],
	['no time', `v1=${hmac(SECRET, BODY)}`],
	['a time that is no number', set(SECRET, BODY, 'now')],
	['another scheme', `sha256=${hmac(SECRET, BODY)}`],
])('does not take %s for a signature', (_name, header) => {
	expect(check(header)).toBe('unsigned');
});

test.each([
	['another secret', set('wbhsec_other')],
	['another body', set(SECRET, '{}')],
	[
		'the body without its time',
		`t=${TIME},v1=${createHmac('sha256', SECRET).update(BODY).digest('hex')}`,
	],
	['the time of another set', `t=${TIME},v1=${hmac(SECRET, BODY, '1700000001')}`],
	['no signature', `t=${TIME}`],
	['a short signature', `t=${TIME},v1=${hmac(SECRET, BODY).slice(0, 62)}`],
	['text that is no hexadecimal', `t=${TIME},v1=${'g'.repeat(64)}`],
	['more sets than Persona sends', `${Array(4).fill(set('wbhsec_other')).join(' ')} ${set()}`],
])('rejects %s', (_name, header) => {
	expect(check(header)).toBe('mismatch');
});

test('rejects everything where no secret is known, an empty one included', () => {
	expect(check(set(), [])).toBe('mismatch');
	expect(check(set(''), [''])).toBe('mismatch');
});

test.each([
	[-300, undefined],
	[-301, 'tooOld'],
	[300, undefined],
	[301, 'tooOld'],
])('a signature %d s from now: %s', (seconds, expected) => {
	const time = String(NOW / 1000 + seconds);
	expect(check(set(SECRET, BODY, time))).toBe(expected);
});

test('the tolerance is what the node is set to', () => {
	const hourAgo = set(SECRET, BODY, String(NOW / 1000 - 3600));
	expect(check(hourAgo, [SECRET], 3600)).toBeUndefined();
	expect(check(hourAgo, [SECRET], 3599)).toBe('tooOld');
});
