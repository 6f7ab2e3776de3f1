import {
	checkEmailAddressOrDomain,
	checkMatchType,
} from '../../../../nodes/Persona/pipeline/rules/emailAddress';
import { ruleContext } from '../../support/rules';

const check = (value: unknown, matchType: unknown) =>
	checkEmailAddressOrDomain(value, ruleContext(), matchType);
const matchTypeOf = (value: unknown) => checkMatchType(value, ruleContext());

describe('match types', () => {
	it.each([
		['email_address', 'email_address'],
		['Email Address', 'email_address'],
		['EMAIL-ADDRESS', 'email_address'],
		[' emailAddress ', 'email_address'],
		['domain', 'domain'],
		['Domain', 'domain'],
		['', ''],
		[undefined, ''],
	])('%j is sent as %j', (value, text) => expect(matchTypeOf(value)).toEqual(text));

	it.each(['exact', 'email', 'domains', 'constructor'])('%s is refused', (value) => {
		expect(matchTypeOf(value)).toEqual({ code: 'matchType' });
	});

	it('other than text is refused', () => {
		expect(matchTypeOf(true)).toEqual({ code: 'booleanValue' });
		expect(matchTypeOf(7)).toEqual({ code: 'matchType' });
	});
});

describe('email addresses', () => {
	it.each([
		'ann@example.com',
		'first.last+promo@mail.example.org',
		"o'dunleavy@example.org",
		'"quoted local"@example.net',
		'jörg@müller.example',
		'山田@例え.テスト',
	])('%s is sent as it is', (text) => {
		expect(check(text, 'email_address')).toEqual(text);
		expect(check(` ${text} `, 'Email Address')).toEqual(text);
	});

	it.each([
		'example.com',
		'ann@localhost',
		'@example.com',
		'ann@',
		'ann@@example.com',
		'ann@example..com',
		'ann@example.com.',
		'Ann <ann@example.com>',
		'mailto:ann@example.com',
		'ann@example.com, bob@example.com',
		'ann smith@example.com',
		'ann@exam ple.com',
	])('%s is refused', (value) => {
		expect(check(value, 'email_address')).toEqual({ code: 'emailAddress' });
	});
});

describe('domains', () => {
	it.each(['example.com', 'mail.example.co.uk', 'xn--mller-kva.example', 'müller.example'])(
		'%s is sent as it is',
		(text) => expect(check(text, 'domain')).toEqual(text),
	);

	it.each([
		'ann@example.com',
		'@example.com',
		'*@example.com',
		'example',
		'.example.com',
		'example.com.',
		'https://example.com',
		'example.com/path',
		'example.com:25',
		'example com',
	])('%s is refused', (value) => expect(check(value, 'domain')).toEqual({ code: 'domain' }));
});

it.each([undefined, '', 'exact', 1, {}, Symbol('unresolved')])(
	'without a usable match type (%p) nothing is said about the value',
	(matchType) => expect(check('anything', matchType)).toEqual('anything'),
);

describe('the match type that is chosen for all', () => {
	const checkFor = (chosen: 'email_address' | 'domain', value: unknown, own?: unknown) =>
		checkEmailAddressOrDomain(value, ruleContext({ matchType: chosen }), own);

	it.each([undefined, null, '', ' '])('holds for rows with %j', (own) => {
		expect(checkFor('email_address', 'ann@example.com', own)).toBe('ann@example.com');
		expect(checkFor('email_address', 'example.com', own)).toEqual({ code: 'emailAddress' });
		expect(checkFor('domain', 'example.com', own)).toBe('example.com');
		expect(checkFor('domain', 'ann@example.com', own)).toEqual({ code: 'domain' });
	});

	it('gives way to that of a row', () => {
		expect(checkFor('email_address', 'example.com', 'Domain')).toBe('example.com');
		expect(checkFor('domain', 'ann@example.com', 'email_address')).toBe('ann@example.com');
	});
});

it.each(['N/A', '#REF!', 'null', 'unknown', '-', 'undefined'])(
	'%s is a placeholder for either, and never an address',
	(value) => {
		expect(check(value, 'email_address')).toEqual({ code: 'placeholder' });
		expect(check(value, 'domain')).toEqual({ code: 'placeholder' });
		const asEmpty = ruleContext({ placeholders: 'empty' });
		expect(checkEmailAddressOrDomain(value, asEmpty, 'domain')).toBe('');
	},
);

it('an empty value stays empty for either', () => {
	expect(check(' ', 'domain')).toBe('');
	expect(check(null, 'email_address')).toBe('');
});

it.each(['email_address', 'domain', 'exact'])(
	'what is no text is told as that: %s',
	(matchType) => {
		expect(check(true, matchType)).toEqual({ code: 'booleanValue' });
		expect(check({}, matchType)).toEqual({ code: 'notText' });
	},
);
