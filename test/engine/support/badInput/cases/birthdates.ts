import type { IDataObject } from 'n8n-workflow';

import { refused, sent } from '../builders';
import type { BadInput, BadInputCase, Topic } from '../types';

const NOT_DETECTED =
	"column 'birthdate': is not a date that Detect can read; choose how it is written in the option 'Birthdate Format'";
const NO_SEPARATORS =
	"column 'birthdate': looks like a date without separators; set the option 'Birthdate Format' to Custom with the pattern yyyyMMdd";
const MILLISECONDS =
	"column 'birthdate': looks like milliseconds since 1970; if so, set the option 'Birthdate Format' to Milliseconds Since 1970";
const SECONDS =
	"column 'birthdate': looks like seconds since 1970; if so, set the option 'Birthdate Format' to Seconds Since 1970";
const SWAPPED =
	"column 'birthdate': is in a column with dates that fit DD/MM/YYYY, not MM/DD/YYYY; change the option 'Birthdate Format', because the other dates would be swapped";
const notIn = (format: string) =>
	`column 'birthdate': is not in the format set in 'Birthdate Format' (${format})`;
const NO_DAY = "column 'birthdate': is not a day that exists in the calendar";
const FUTURE = "column 'birthdate': is in the future";
const EARLY = "column 'birthdate': is before the year 1900";
const TWO_DIGITS = "column 'birthdate': has a year with two digits; write all four";
const NUMBER =
	"column 'birthdate': holds a number where a date belongs; for spreadsheet day numbers set the option 'Birthdate Format' to Excel Serial";

const no = (name: string, birthdate: unknown, says: string, input?: BadInput) =>
	refused(name, { birthdate } as IDataObject, says, input);
const yes = (name: string, birthdate: unknown, day: string, input?: BadInput): BadInputCase =>
	sent(name, { birthdate } as IDataObject, { birthdate: day }, input);

const inFormat = (birthdateFormat: string, birthdateCustomFormat?: string): BadInput => ({
	parameters: { options: { birthdateFormat, birthdateCustomFormat } },
});

export const ISO_BIRTHDATES: Topic = {
	name: 'Birthdates as YYYY-MM-DD',
	cases: [
		no('the zero date of a database', '0000-00-00', NO_DAY),
		no('the 29th of February 1900, which was none', '1900-02-29', NO_DAY),
		no('the 29th of February of an ordinary year', '1991-02-29', NO_DAY),
		yes('the 29th of February of a leap year', '1992-02-29', '1992-02-29'),
		no('the 31st of a month with 30 days', '1990-04-31', NO_DAY),
		no('a thirteenth month', '1990-13-01', NO_DAY),
		no('a day in front of the first', '1990-01-00', NO_DAY),
		no('the last day before 1900', '1899-12-31', EARLY),
		sent(
			'the first day of 1900, which a warning names as a usual filler',
			{ birthdate: '1900-01-01' },
			{ birthdate: '1900-01-01' },
			{},
			{ shows: ['1900-01-01'] },
		),
		no('a day in a hundred years', '2126-11-25', FUTURE),
		no('the end of time in SQL', '9999-12-31', FUTURE),
		no('a year with five digits', '19900-01-31', NOT_DETECTED),
		no('a year with two digits', '90-01-31', TWO_DIGITS),
		yes('a month with one digit', '1990-1-31', '1990-01-31'),
		yes('a date in American order', '01/31/1990', '1990-01-31'),
		yes('a date with German dots', '31.01.1990', '1990-01-31'),
		no('a date without dashes', '19900131', NO_SEPARATORS),
		no('a week date', '1990-W05-3', NOT_DETECTED),
		no('a day of the year', '1990-031', NOT_DETECTED),
		no('a month without a day', '1990-01', NOT_DETECTED),
		yes('a month in words', '31 Jan 1990', '1990-01-31'),
		yes('the text of a JavaScript date', 'Wed Jan 31 1990 00:00:00 GMT-0500', '1990-01-31'),
		no('two dates in one cell', '1990-01-31, 1991-02-28', NOT_DETECTED),
		no('text instead of a date', 'unknown-birthday', NOT_DETECTED),
		no('full-width digits', '１９９０-０１-３１', NOT_DETECTED),
		no('en dashes in place of hyphens', '1990–01–31', NOT_DETECTED),
		no('a minus in front', '-1990-01-31', NOT_DETECTED),
		no('a time stamp in milliseconds', 633744000000, MILLISECONDS),
		no('a time stamp in seconds, as text', '633744000', SECONDS),
		no('the day number of a spreadsheet', 32904, NUMBER),
		no('an hour that is none', '1990-01-31T25:00:00Z', NOT_DETECTED),
		no('the hour 24, which is the next day', '1990-01-31T24:00:00', NOT_DETECTED),
		yes('midnight in New York', '1990-01-31T00:00:00-05:00', '1990-01-31'),
		yes('late in the evening, far west of UTC', '1990-01-31T23:59:59.999-11:00', '1990-01-31'),
		yes('a database time without a zone', '1990-01-31 00:00:00', '1990-01-31'),
		yes('blanks that do not break around it', '\u00a01990-01-31\u00a0', '1990-01-31'),
		yes('marks of direction around it', '\u200e1990-01-31\u200e', '1990-01-31'),
		no(
			'a zero-width space inside',
			'1990-01\u200b-31',
			"column 'birthdate': holds an invisible character, such as a zero-width space; remove it in the source",
		),
		yes('a date object at midnight UTC', new Date('1990-01-31T00:00:00Z'), '1990-01-31'),
		no('a date object that is no date', new Date(NaN), NO_DAY),
		no('a date object of the year 1', new Date('0001-01-01T00:00:00Z'), EARLY),
		no(
			'an object of year, month and day',
			{ year: 1990, month: 'January', day: 31 },
			"column 'birthdate': holds an object or a list where text belongs",
		),
		no(
			'true in place of a date',
			true,
			"column 'birthdate': holds true or false where text belongs",
		),
		no('infinity', Infinity, NOT_DETECTED),
	],
};

export const OTHER_BIRTHDATES: Topic = {
	name: 'Birthdates in other formats',
	cases: [
		no('American: day and month the other way round', '31/01/1990', SWAPPED, inFormat('us')),
		no('American: a year with two digits', '01/31/90', TWO_DIGITS, inFormat('us')),
		no('American: two kinds of separators', '01/31-1990', notIn('MM/DD/YYYY'), inFormat('us')),
		no('American: a date as ISO writes it', '1990-01-31', notIn('MM/DD/YYYY'), inFormat('us')),
		yes('American: a time after it', '01/31/1990 12:00', '1990-01-31', inFormat('us')),
		yes('American: without zeros, with dots', '1.31.1990', '1990-01-31', inFormat('us')),
		no('European: the 31st of June', '31.06.1990', NO_DAY, inFormat('eu')),
		yes('European: spaces around the dots', '31. 01. 1990', '1990-01-31', inFormat('eu')),
		yes('European: with slashes', '31/1/1990', '1990-01-31', inFormat('eu')),
		no('serial: 60, the day that only spreadsheets have', 60, NO_DAY, inFormat('excelSerial')),
		yes('serial: 61, the day behind it', 61, '1900-03-01', inFormat('excelSerial')),
		no('serial: 0', 0, EARLY, inFormat('excelSerial')),
		yes('serial: 1, the first day', 1, '1900-01-01', inFormat('excelSerial')),
		no('serial: a negative number', -32904, notIn('Excel Serial'), inFormat('excelSerial')),
		yes('serial: a time of day behind it', 32904.99999, '1990-01-31', inFormat('excelSerial')),
		yes('serial: text with a decimal comma', '32904,75', '1990-01-31', inFormat('excelSerial')),
		no('serial: a time stamp in milliseconds', 633744000000, MILLISECONDS, inFormat('excelSerial')),
		no('serial: a day in a hundred years', 82890, FUTURE, inFormat('excelSerial')),
		no('serial: a written date', '1990-01-31', notIn('Excel Serial'), inFormat('excelSerial')),
		no('serial: not a number', NaN, notIn('Excel Serial'), inFormat('excelSerial')),
		no('custom: another form', '1990-01-31', notIn('d MMM yyyy'), inFormat('custom', 'd MMM yyyy')),
		no('custom: the 31st of February', '31 Feb 1990', NO_DAY, inFormat('custom', 'd MMM yyyy')),
		yes(
			'custom: a month in German',
			'31 Mai 1990',
			'1990-05-31',
			inFormat('custom', 'd MMMM yyyy'),
		),
		no(
			'custom: tokens that contradict each other',
			'31 01 1990 13 PM',
			notIn('dd MM yyyy HH a'),
			inFormat('custom', 'dd MM yyyy HH a'),
		),
		yes(
			'custom: a month in words',
			'Jan 31, 1990',
			'1990-01-31',
			inFormat('custom', 'MMM d, yyyy'),
		),
	],
};
