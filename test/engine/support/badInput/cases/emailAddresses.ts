import type { Topic } from '../types';
import { INVISIBLE, list, MISSING, NO_TEXT, says } from './lists';

const NO_ADDRESS = says(
	'value',
	"is not an email address; for domains, set 'Match Type' to Domain, or give the row the match_type domain",
);
const NO_DOMAIN = says(
	'value',
	"is not a domain such as example.com; for addresses, set 'Match Type' to Whole Address, or give the row the match_type email_address",
);
const NO_MATCH_TYPE = says('match_type', 'is neither email_address nor domain');

const email = list('emailAddress');
const address = (name: string, value: unknown, rule = NO_ADDRESS) =>
	email.no(name, { value }, rule);
const domain = (name: string, value: unknown) =>
	email.no(name, { value, match_type: 'domain' }, NO_DOMAIN);

export const EMAIL_ADDRESSES: Topic = {
	name: 'Lists: email addresses and domains',
	cases: [
		address('no at sign', 'zqx.example.com'),
		address('two at signs', 'zqx@@example.com'),
		address('nothing in front of the at sign', '@zqx-example.com'),
		address('a host without a dot', 'zqx@localhost'),
		address('a blank inside', 'zqx spam@example.com'),
		address('a name in front, as mail programs copy it', 'Zqx Spam <zqx@example.com>'),
		address('two addresses', 'zqx@example.com, zqy@example.com'),
		address('a link', 'mailto:zqx@example.com'),
		address('a full stop behind it', 'zqx@example.com.'),
		address('words', 'zqx-unknown'),
		address('a zero-width space inside', 'zqx@example\u200b.com', says('value', INVISIBLE)),
		address('a list of addresses', ['zqx@example.com', 'zqy@example.com'], says('value', NO_TEXT)),
		address('nothing', '', says('value', MISSING)),
		email.yes(
			'a zero-width space behind it',
			{ value: 'zqx@example.com\u200b' },
			{ value: 'zqx@example.com' },
		),
		domain('an address in place of a domain', 'zqx@example.com'),
		domain('a web address in place of a domain', 'https://zqx-example.com/'),
		domain('an at sign in front of the domain', '@zqx-example.com'),
		domain('a domain without a dot', 'zqxhost'),
		email.no('an unknown match type', { match_type: 'zqx-exact' }, NO_MATCH_TYPE),
		email.no('a match type in another language', { match_type: 'Dömäne' }, NO_MATCH_TYPE),
		email.no(
			'true as the match type',
			{ match_type: true },
			says('match_type', 'holds true or false where text belongs'),
		),
		email.yes(
			'no match type, which is then the one of the parameter',
			{ value: 'zqx@example.com', match_type: null },
			{ match_type: 'email_address' },
		),
		email.no(
			'neither a value nor a known match type',
			{ value: '', match_type: 'zqx-exact' },
			NO_MATCH_TYPE,
		),
		email.yes(
			'a match type as people write it',
			{ value: 'zqx-spam.test', match_type: ' DO-MAIN ' },
			{ value: 'zqx-spam.test', match_type: 'domain' },
		),
	],
};
