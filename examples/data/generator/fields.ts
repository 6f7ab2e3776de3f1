import type { Random } from './random';

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/**
 * A social security number that is nobody's: areas from 900 on are never given out as SSNs, and groups 01 to 49 under them
 * are not used for taxpayer numbers either.
 */
export function neverAssignedSsn(random: Random): string {
	const area = random.pick(['900', '925', '966', digits(random.integer(900, 999), 3)]);
	const group = digits(random.integer(1, 49), 2);
	const serial = digits(random.integer(1, 9999), 4);
	return [area, group, serial].join(random.chance(0.5) ? '-' : '');
}

export function isoDate(random: Random, from: string, to: string): string {
	const day = 24 * 60 * 60 * 1000;
	const days = (Date.parse(to) - Date.parse(from)) / day;
	return new Date(Date.parse(from) + random.integer(0, days) * day).toISOString().slice(0, 10);
}

/** A readable address under a domain that is reserved for examples. */
export function email(random: Random, first: string, last: string, index: number): string {
	const name = `${first}.${last}`
		.normalize('NFD')
		.replace(/[^A-Za-z.]/g, '')
		.toLowerCase()
		.slice(0, 30)
		.replace(/^\.+|\.+$/g, '');
	const domain = random.pick(['example.com', 'example.org', 'example.net']);
	return name.length > 2 ? `${name}${index}@${domain}` : `contact${index}@${domain}`;
}

/** Only from number ranges that are kept free for fiction. */
export function phone(random: Random, country: string): string {
	if (country === 'United States') {
		return `+1 ${random.pick(['202', '303', '617'])} 555 01${digits(random.integer(0, 99), 2)}`;
	}
	if (country === 'Germany') return `+49 30 23125 ${digits(random.integer(0, 999), 3)}`;
	if (country === 'France') return `+33 1 99 00 ${digits(random.integer(1000, 9999), 4)}`;
	return '';
}

const companiesAnywhere = [
	'Harbour & Pine, Ltd.',
	'The "Little" Bakery',
	"O'Dunleavy Boats",
	'Blue Kettle Tea Rooms',
	'Seven Hills Bicycles, Inc.',
	'',
	'',
];

const companiesByCountry: Record<string, string[]> = {
	France: ['Société Générique d’Exemples'],
	Germany: ['Müller, Kräuter & Söhne GmbH'],
	Japan: ['株式会社あおぞら見本'],
};

export const company = (random: Random, country: string) =>
	random.pick([...companiesAnywhere, ...(companiesByCountry[country] ?? [])]);

export const labels = [
	'customer',
	'lead',
	'newsletter',
	'partner',
	'VIP',
	'⭐ VIP',
	'customer,newsletter',
	'lead, trade fair 2025',
	'Frühbucher',
	'',
	'',
	'',
];

const addressesAnywhere = ['12 Sample Street\nSuite 400', '"Rose Cottage", Mill Lane', '', ''];

const addressesByCountry: Record<string, string[]> = {
	France: ['1, rue de l’Exemple', '14 bis, place du Modèle\n3e étage'],
	Germany: ['Beispielweg 7, Hinterhaus', 'Musterstraße 12'],
	Japan: ['見本町1-2-3\n例示ビル 4階'],
	Spain: ['C/ del Ejemplo, 5, 2.º izq.'],
};

export const address = (random: Random, country: string) =>
	random.pick(addressesByCountry[country] ?? addressesAnywhere);

export const notes = [
	'',
	'',
	'',
	'Prefers e-mail',
	'Called twice,\nno answer',
	'Asked for "the usual"',
	'=SUM(A1:A9)',
	'10% off until 2026 ✅',
];

export const owners = ['Dana', 'Priya', 'Tomasz', 'Unassigned'];
