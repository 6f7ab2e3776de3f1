import type { Contact } from './contact';
import * as fields from './fields';
import { namePools } from './names';
import { Random } from './random';
import { specialContacts } from './special';

const generatedContacts = 235;
const weightedPools = namePools.flatMap((pool) => Array.from({ length: pool.weight }, () => pool));

/** Rows that say nothing: no cell filled, or nothing but white space. */
const blankRows: Contact[] = [
	{},
	{},
	{},
	{},
	{ FirstName: ' ', LastName: '   ' },
	{ ContactId: '   ', Email: ' ' },
	{ ContactId: '\t', Notes: '  \t ' },
	{ FirstName: '\u00a0', Notes: '\n' },
];

/** How the same contact comes a second time. The distance is how many rows further down it stands. */
const repetitions: {
	of: string;
	distance: number;
	id: (id: string) => string;
	change?: Contact;
}[] = [
	{ of: 'C-10004', distance: 1, id: (id) => id },
	{ of: 'C-10019', distance: 40, id: (id) => id },
	{ of: 'C-10033', distance: 7, id: (id) => id, change: { Labels: 'customer' } },
	{ of: 'C-10047', distance: 2, id: (id) => id.toLowerCase() },
	{ of: 'C-10072', distance: 90, id: (id) => id.toLowerCase() },
	{ of: 'C-10088', distance: 5, id: (id) => id.toLowerCase(), change: { LastName: 'New-Name' } },
	{ of: 'C-10101', distance: 3, id: (id) => `${id} ` },
	{ of: 'C-10130', distance: 60, id: (id) => `${id}   ` },
	{ of: 'C-10155', distance: 12, id: (id) => `  ${id}` },
	{ of: 'C-10155', distance: 30, id: (id) => `${id}\t` },
	{ of: 'C-10178', distance: 9, id: (id) => `${id.toLowerCase()}  `, change: { SSN: '' } },
	{ of: 'C-10201', distance: 20, id: (id) => ` ${id.toLowerCase()} ` },
	{ of: '客户-0042', distance: 4, id: (id) => `${id} ` },
];

function generatedContact(random: Random): Contact {
	const pool = random.pick(weightedPools);
	const hasMiddle = pool.middle.length > 0 && random.chance(0.4);
	return {
		FirstName: random.pick(pool.first),
		MiddleName: hasMiddle ? random.pick(pool.middle) : '',
		LastName: random.pick(pool.last),
		Country: pool.country,
	};
}

/** Fills what the contact does not say itself. */
function completed(contact: Contact, index: number, random: Random): Contact {
	const country = contact.Country ?? '';
	const birthdate = fields.isoDate(random, '1930-01-01', '2006-12-31');
	return {
		ContactId: `C-${10001 + index}`,
		DateOfBirth: random.chance(0.85) ? birthdate : '',
		SSN: random.chance(0.55) ? fields.neverAssignedSsn(random) : '',
		Labels: random.pick(fields.labels),
		Email: fields.email(random, contact.FirstName ?? '', contact.LastName ?? '', index),
		Phone: fields.phone(random, country),
		Company: fields.company(random, country),
		Address: fields.address(random, country),
		Owner: random.pick(fields.owners),
		LastActivity: fields.isoDate(random, '2023-01-01', '2025-10-31'),
		Notes: random.pick(fields.notes),
		...contact,
	};
}

function withRepetitions(contacts: Contact[]): Contact[] {
	const rows = [...contacts];
	for (const { of, distance, id, change } of repetitions) {
		const position = rows.findIndex((row) => row.ContactId === of);
		const original = rows[position];
		if (!original) throw new Error(`There is no contact ${of} to repeat`);
		rows.splice(position + distance, 0, { ...original, ContactId: id(of), ...change });
	}
	return rows;
}

function withBlankRows(contacts: Contact[], random: Random): Contact[] {
	const rows = [...contacts];
	for (const blank of blankRows.slice(1)) rows.splice(random.integer(5, rows.length), 0, blank);
	return [...rows, ...blankRows.slice(0, 1)];
}

/** The rows of the export: generated people and hand-written ones, repeated and interrupted. */
export function crmContacts(seed: number): Contact[] {
	const random = new Random(seed);
	const opening: Contact = {
		Country: 'United States',
		FirstName: 'Avery',
		LastName: 'Whitfield',
		Labels: '',
	};
	const others = Array.from({ length: generatedContacts - 1 }, () => generatedContact(random));
	const people = [opening, ...random.shuffle([...others, ...specialContacts])];
	const contacts = people.map((contact, index) => completed(contact, index, random));
	return withBlankRows(withRepetitions(contacts), random);
}
