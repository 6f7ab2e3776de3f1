import { taken } from '../builders';
import type { Topic } from '../types';
import { GOOD, INVISIBLE, list, MISSING, NO_TEXT, says } from './lists';

const card = list('governmentIdNumber');
const call = list('phoneNumber');
const human = list('name');
const ip = list('ipAddress');
const NO_IP = 'is not an IPv4 or IPv6 address';
const ipAddress = (name: string, value: unknown, rule = NO_IP) =>
	ip.no(name, { value }, says('value', rule));
const nationalHint = "In 1 row 'value' does not begin with + and a country code";

export const OTHER_LISTS: Topic = {
	name: 'Lists: IP addresses, ID numbers, phone numbers, names',
	cases: [
		ipAddress('three numbers', '192.0.2'),
		ipAddress('a number above 255', '192.0.2.256'),
		ipAddress('leading zeros', '192.000.002.001'),
		ipAddress('a port', '192.0.2.1:8080'),
		ipAddress('brackets around IPv6', '[2001:db8::1]'),
		ipAddress('two double colons', '2001::db8::1'),
		ipAddress('nine groups', '1:2:3:4:5:6:7:8:9'),
		ipAddress('the name of a host', 'zqx.example.com'),
		ipAddress('a number in place of the text', 3221225985),
		ipAddress(
			'a range',
			'192.0.2.0/24',
			"holds a range (CIDR, with a slash); Persona's list takes single addresses",
		),
		ipAddress('a range from one to the other', '192.0.2.1-192.0.2.9'),
		ipAddress(
			'a zone',
			'fe80::1%eth0',
			'has a network interface (zone) after a percent sign; remove it in the source',
		),
		ipAddress('full-width digits', '１９２.0.2.1'),
		taken(
			'nothing but blanks',
			{ listType: 'ipAddress', rows: [GOOD.ipAddress, { value: '  ' }] },
			{ accepted: 1, blank: 1 },
		),
		card.no('no class', { id_class: '' }, says('id_class', MISSING)),
		card.no('no number', { id_number: null }, says('id_number', MISSING)),
		card.no(
			'a number that lost digits',
			{ id_number: 2 ** 53 },
			says(
				'id_number',
				'holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)',
			),
		),
		card.no('a soft hyphen inside', { id_number: 'ZQX\u00ad00T47' }, says('id_number', INVISIBLE)),
		card.no(
			'a date as the class',
			{ id_class: new Date(0) },
			says('id_class', 'holds a date where text belongs'),
		),
		card.yes(
			'a class that Persona does not document',
			{ id_class: 'zqxid' },
			{ id_class: 'zqxid' },
		),
		call.no('an object', { value: { mobile: '+14155550100' } }, says('value', NO_TEXT)),
		call.no('a zero-width space inside', { value: '+1415\u200b5550100' }, says('value', INVISIBLE)),
		call.no(
			'a phone number that lost digits',
			{ value: 1.4155550101e21 },
			says(
				'value',
				'holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)',
			),
		),
		call.yes(
			'marks of direction around it, as phones copy them',
			{ value: '\u202a+14155550101\u202c' },
			{ value: '+14155550101' },
		),
		call.yes(
			'a number without its country',
			{ value: '(415) 555-0101' },
			{ value: '(415) 555-0101' },
			[nationalHint],
		),
		call.yes('words', { value: 'zqx-unknown' }, { value: 'zqx-unknown' }, [nationalHint]),
		call.yes(
			'an extension behind it',
			{ value: '+14155550101 ext. 7' },
			{ value: '+14155550101 ext. 7' },
			[nationalHint],
		),
		human.no(
			'a list of first names',
			{ name_first: ['Zqxfirst', 'Zqxsecond'] },
			says('name_first', NO_TEXT),
		),
		human.no(
			'a control character',
			{ name_last: 'Zqx\u0007last' },
			says('name_last', 'holds an invisible control character; remove it in the source'),
		),
		human.yes('a last name alone', { name_first: '' }, { name_first: '', name_last: 'Zqxlast' }),
	],
};
