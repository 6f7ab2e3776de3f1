/** A name of letters alone, as most are; 9,973 of them are different. */
function lastName(index: number): string {
	const syllables = ['ba', 'de', 'fi', 'go', 'hu', 'la', 'me', 'ni', 'ro', 'su'];
	const digits = [...String(index % 9973)].map((digit) => syllables[Number(digit)]);
	return `Mc${digits.join('')}`;
}

/** A person in seven text fields; every fiftieth name needs quotes in CSV. */
export function row(index: number) {
	return {
		'Contact ID': `crm-${100000 + index}`,
		'First Name': ['Zoë', 'Jürgen', 'Amina', 'Li', 'Marie'][index % 5],
		'Middle Name': index % 3 === 0 ? 'A.' : '',
		'Last Name': index % 50 === 0 ? `O"Neill, ${index}` : lastName(index),
		Birthdate: `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 10}`,
		SSN: String(900010001 + (index % 9000) + (Math.floor(index / 9000) % 90) * 10_000),
		Tags: index % 2 === 0 ? 'vip;north' : 'customer',
	};
}
