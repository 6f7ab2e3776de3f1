import { PATTERN, type RightByInput, US } from './right';

const MIDDLE = 'holds a placeholder such as N/A, not a value';
const NO_ID = 'holds a placeholder such as N/A, which is no ID';
const NEVER = 'is a number that is never issued';
const SWAPPED = 'fit DD/MM/YYYY, not MM/DD/YYYY';
const ENCODING = 'the file was read with the wrong encoding';

/** Inputs whose cells have to be understood: dates, placeholders, numbers, wrong encodings, rows that are no people. */
export const VALUES: RightByInput = {
	'database-day-at-local-midnight.json': {
		timezone: 'Europe/Berlin',
		sent: [
			'reference_id,name_first,name_last,birthdate,social_security_number',
			'41,Ann,Lee,1990-04-05,012-34-5678',
			'42,Bob,Ray,1958-12-31,123-45-6789',
			'43,Cy,Poe,1980-07-01,',
		],
		hints: [`In 2 rows ${PATTERN}`],
	},
	'placeholders.csv': {
		sent: [
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags',
			'C-8,Jennifer,,Null,1980-07-06,,',
		],
		says: [...Array.from({ length: 8 }, () => MIDDLE), NO_ID, NO_ID, NO_ID],
		hints: ["In 1 row 'name_last' is a word such as Null, Unknown or Test"],
	},
	'latin1.csv': { says: [ENCODING, ENCODING] },
	'decoded-twice.csv': {
		sent: [
			'reference_id,name_first,name_last',
			'C-1,FranÃ§ois,LefÃ¨vre',
			'C-2,Juan JosÃ©,Oâ€™Neil',
		],
		hints: ["In 2 rows 'name_first' has signs", "In 2 rows 'name_last' has signs"],
	},
	'day-first-dates.csv': { options: US, says: [SWAPPED, SWAPPED, SWAPPED, SWAPPED] },
	'ssns-never-issued.json': {
		sent: [
			'reference_id,name_first,social_security_number',
			'C-2,P2,999-99-9999',
			'C-3,P3,111-11-1111',
			'C-9,P9,123-45-6789',
		],
		says: [NEVER, NEVER, NEVER, NEVER, 'was published', 'was published'],
		hints: [`In 3 rows ${PATTERN}`],
	},
	'serials-that-are-no-birthdays.json': {
		options: { birthdateFormat: 'excelSerial' },
		sent: [
			'reference_id,name_first,birthdate',
			'C-1,Ann,1990-04-05',
			'C-3,Dee,1900-01-01',
			'C-4,Eve,1986-04-04',
		],
		says: ['holds a year alone, without month and day'],
		hints: ["In 1 row 'birthdate' is today or a usual filler"],
	},
	'filler-days.csv': {
		sent: [
			'reference_id,name_first,birthdate',
			'C-1,Ann,1900-01-01',
			'C-2,Bob,1970-01-01',
			'C-3,Cy,2026-11-25',
		],
		hints: ["'birthdate' is today or a usual filler"],
	},
	'footer-rows.json': {
		sent: [
			'reference_id,name_first,birthdate',
			'C-1,Ann,1990-04-05',
			'Total,1,',
			',Reference: this report was made on 2024-01-01,',
		],
		hints: ["'reference_id' says Total or the like", "In 2 rows 'name_first' has no letters"],
	},
	'blanks.json': {
		sent: ['reference_id,name_first,name_last', 'C-1,Ann,Lee', 'C-2,Bob,Ray', 'C-3,,', 'C-4,,.'],
		hints: ["In 1 row 'name_last' has no letters"],
	},
	'rejected-rows.json': {
		options: { birthdateFormat: 'iso' },
		sent: ['reference_id,name_first,birthdate', 'C-1,Ann,1990-04-05'],
		says: ["is not in the format set in 'Birthdate Format' (YYYY-MM-DD)"],
	},
	'two-alike-in-a-loop.json': {
		sent: ['name_first,name_last', 'Ann,Lee', 'Bob,Ray', 'Ann,Lee'],
		hints: ['In 2 rows there is no ID, and all columns are the same'],
	},
	'milliseconds.json': {
		says: ['looks like milliseconds since 1970', 'looks like milliseconds since 1970'],
	},
	'two-digit-years.csv': {
		says: ['has a year with two digits; write all four', 'has a year with two digits'],
	},
	'times-behind-dates.csv': {
		options: US,
		sent: ['reference_id,name_first,birthdate', '1,Ann,1990-04-05', '2,Bob,1958-12-31'],
	},
};
