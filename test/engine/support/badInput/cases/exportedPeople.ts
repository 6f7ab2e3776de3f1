import type { IDataObject } from 'n8n-workflow';

import { refusedRun, sent, taken } from '../builders';
import type { BadInputCase, Topic } from '../types';
import { list, says } from './lists';

const ITIN =
	"In 2 rows 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs";
const patient = { 'Patient First Name': 'Zqxfirst', 'Patient Last Name': 'Zqxlast' };
const plain = { 'First Name': 'Zqxfirst', 'Last Name': 'Zqxlast' };
const born = { Birthdate: '1990-01-31' };

/** One row with the fields of several people. */
const mixed = (name: string, row: IDataObject, ...fields: string[]): BadInputCase =>
	refusedRun(
		name,
		{ rows: [row] },
		`The fields of several people are in one item ('${fields.join("', '")}'), so nothing was sent`,
		"Only you know which of them to import. Set 'Mapping Column Mode' to Map Each Column Manually and map the fields of one person, or remove those of the others before this node.",
	);

/** Two rows alike that go, with what is said above the output. */
const goes = (about: string, row: IDataObject, ...hints: string[]) =>
	taken(
		about,
		{ rows: [1, 2].map((id) => ({ ID: `zqx-${id}`, ...row, ...born })) },
		{ accepted: 2, cells: { name_first: 'Zqxfirst', name_last: 'Zqxlast' }, hints },
	);

const LAST = 'was left out, but it may be part of the Last Name';

const email = list('emailAddress');
const card = list('governmentIdNumber');
const place = list('geolocation');
const UNLIKELY = 'looks like a mask, a formula, HTML or several IDs';
const NO_DOMAIN =
	"is not a domain such as example.com; for addresses, set 'Match Type' to Whole Address, or give the row the match_type email_address";

const tags = (value: string, warning: string) =>
	sent(
		`text in place of tags: ${value}`,
		{ tags: value },
		{ tags: value },
		{},
		{
			hints: [ITIN, `In 1 row 'tags' ${warning}`],
			shows: [value],
		},
	);
const CODE = 'looks like JSON, an array of a database, true or false';

const day = (about: string, value: unknown, birthdate: string) =>
	sent(about, { birthdate: value } as IDataObject, { birthdate });

export const EXPORTED_PEOPLE: Topic = {
	name: 'Several people, tags and lists as exports hold them',
	cases: [
		mixed(
			'the name of one and the birthdate of the other',
			{ ...patient, 'Subscriber DOB': '1960-01-31' },
			...['Patient First Name', 'Subscriber DOB'],
		),
		mixed(
			'the policyholder and the insured',
			{ ...patient, 'Insured First Name': 'Zqxother', 'Insured Last Name': 'Zqxlast' },
			...['Patient First Name', 'Insured First Name'],
		),
		mixed(
			'a parent with the birthdate of a student',
			{ ...plain, 'Student First Name': 'Zqxchild', 'Student DOB': '2010-01-31' },
			...['First Name', 'Student First Name'],
		),
		mixed(
			'the last name of the second one',
			{ ...plain, 'Last Name': '', 'First Name_1': 'Zqxother', 'Last Name_1': 'Zqxthird' },
			...['First Name', 'First Name_1'],
		),
		goes(
			'a spouse, a dependent and a guardian beside',
			{ ...plain, 'Spouse First Name': 'Zqxspouse', 'Guardian DOB': '1960-01-31' },
			'2 fields were ignored: Spouse First Name, Guardian DOB',
		),
		...['Tussenvoegsel', 'Last Name Prefix', 'Segundo Apellido', 'Apellido Materno'].map((part) =>
			goes(
				`a part of the last name: ${part}`,
				{ ...plain, [part]: 'Zqxpart' },
				`'${part}' ${LAST}`,
				`1 field was ignored: ${part}`,
			),
		),
		...['["zqx","new"]', "['zqx']", '{zqx,new}', '[{"name":"zqx"}]', '1;#zqx', 'TRUE'].map(
			(value) => tags(value, CODE),
		),
		tags('zqxÃ©', 'has signs such as Ã© or â€™: the encoding was wrong'),
		day('an absent date of Stripe', { day: null, month: null, year: null }, ''),
		day('a date of Jotform', { month: '01', day: '31', year: '1990' }, '1990-01-31'),
		day('a date of BigQuery', { value: '1990-01-31' }, '1990-01-31'),
		...['*@example.com', 'zqx***@example.com'].map((value) =>
			email.yes(`a hidden address: ${value}`, { value }, { value }, [
				`In 1 row 'value' ${UNLIKELY}`,
			]),
		),
		...['*.example.com', '192.0.2.1', 'zqx.123', 'zqx.exam…'].map((value) =>
			email.no(`no domain: ${value}`, { value, match_type: 'domain' }, says('value', NO_DOMAIN)),
		),
		...['***0T47', '=A2', 'ZQX1;ZQX2', 'P<USAZQX<<'].map((id_number) =>
			card.yes(`no number of a document: ${id_number}`, { id_number }, { id_number }, [
				`In 1 row 'id_number' ${UNLIKELY}`,
			]),
		),
		place.yes('a point between thousands', { radius_meters: '1.000' }, { radius_meters: '1.000' }, [
			"In 1 row 'radius_meters' looks changed by a spreadsheet, as 1,234 or 5-Mar do",
		]),
	],
};
