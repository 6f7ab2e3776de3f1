import type { RuleContext } from './context';

/**
 * What can be wrong with a value: one code and one sentence each. A sentence continues "Item 3, column 'birthdate': …",
 * names the rule and never the value. In braces stands what depends on the settings or on another item.
 */
export const PROBLEM_SENTENCES = {
	missing: 'has no value, and Persona needs one here',
	notText: 'holds an object or a list where text belongs',
	booleanValue: 'holds true or false where text belongs',
	dateValue: 'holds a date where text belongs',
	impreciseNumber:
		'holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)',
	brokenCharacter:
		'holds half of a character, as when text is cut off inside of an emoji; fix it in the source',
	replacementCharacter:
		'holds a replacement character (U+FFFD): the file was read with the wrong encoding; set it in the node that reads the file',
	controlCharacter: 'holds an invisible control character; remove it in the source',
	invisibleCharacter:
		'holds an invisible character, such as a zero-width space; remove it in the source',
	placeholder:
		'holds a placeholder such as N/A, not a value; empty it in the source{orTreatAsEmpty}',
	placeholderId:
		'holds a placeholder such as N/A, which is no ID; empty it in the source, or give each row its own',
	expressionLeftover:
		'holds undefined, null, NaN or [object Object] inside its text, as an expression leaves it where a field is missing',
	exponent:
		'holds a number with an exponent, such as 1.23E+11, that a spreadsheet shortened; format the cells as text there and export them again',
	dateNumber:
		"holds a number where a date belongs; for spreadsheet day numbers set the option 'Birthdate Format' to Excel Serial",
	yearAlone: 'holds a year alone, without month and day',
	dateWithoutSeparators:
		"looks like a date without separators; set the option 'Birthdate Format' to Custom with the pattern yyyyMMdd",
	secondsSince1970:
		"looks like seconds since 1970; if so, set the option 'Birthdate Format' to Seconds Since 1970",
	millisecondsSince1970:
		"looks like milliseconds since 1970; if so, set the option 'Birthdate Format' to Milliseconds Since 1970",
	dateFormat: "is not in the format set in 'Birthdate Format' ({format})",
	dateFormatMonthFirst:
		"is not in the format set in 'Birthdate Format' ({format}), but the dates of this column fit MM/DD/YYYY",
	dateFormatDayFirst:
		"is not in the format set in 'Birthdate Format' ({format}), but the dates of this column fit DD/MM/YYYY",
	dateNotDetected:
		"is not a date that Detect can read; choose how it is written in the option 'Birthdate Format'",
	dateOrderUnknown:
		"can be MM/DD/YYYY or DD/MM/YYYY, and no row tells which; choose one in the option 'Birthdate Format'",
	dateOrderMixed:
		'is in a column with dates that fit MM/DD/YYYY alone and others that fit DD/MM/YYYY alone; write all in one way in the source',
	dateOrderWrong:
		"is in a column with dates that fit {other}, not {format}; change the option 'Birthdate Format', because the other dates would be swapped",
	twoDigitYear: 'has a year with two digits; write all four',
	impossibleDate: 'is not a day that exists in the calendar',
	futureDate: 'is in the future',
	dateTooEarly: 'is before the year 1900',
	socialSecurityNumber: 'is not written as nine digits, with or without hyphens (NNN-NN-NNNN)',
	socialSecurityNumberAsNumber:
		'holds a number with fewer than nine digits, so leading zeros were lost; give it as text in the source',
	socialSecurityNumberNeverIssued:
		'is a number that is never issued: it begins with 000 or 666, or has 00 in the middle or 0000 at the end',
	socialSecurityNumberPublished: "was published as an example, and is nobody's",
	zipCode: 'is written like a ZIP+4 code (NNNNN-NNNN), not like a social security number',
	emailAddressElsewhere: 'holds an email address, which does not belong in this column',
	tagSeparator:
		"has a tag that contains the character between tags; choose another one in the option 'Tag Separator'",
	tagNotText: 'has a tag that is not text',
	emailAddress:
		"is not an email address; for domains, set 'Match Type' to Domain, or give the row the match_type domain",
	domain:
		"is not a domain such as example.com; for addresses, set 'Match Type' to Whole Address, or give the row the match_type email_address",
	matchType: 'is neither email_address nor domain',
	decimalNumber: 'is not a number in digits with a decimal point, such as 40.7128',
	latitude: 'is not between -90 and 90 degrees',
	longitude: 'is not between -180 and 180 degrees',
	radius: 'is not greater than zero',
	ipAddress: 'is not an IPv4 or IPv6 address',
	ipRange: "holds a range (CIDR, with a slash); Persona's list takes single addresses",
	ipZone: 'has a network interface (zone) after a percent sign; remove it in the source',
	duplicate: "is the same ID as that of item {item}; see the option 'Duplicate Reference IDs'",
	duplicateExceptCase:
		"is the same ID as that of item {item}, apart from upper and lower case; see the option 'Duplicate Reference IDs'",
	expression: 'has an expression that could not be resolved for this item; the editor shows why',
	brokenText:
		'has text from an expression in which a value is missing or is no text; check the fields that it names',
} as const;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;

/**
 * What looks unusual and is sent all the same: one code and one sentence each. A sentence continues "In 3 rows 'birthdate'
 * …"; with the longest name of a column it fits into the 120 characters that n8n shows of a hint.
 */
export const WARNING_SENTENCES = {
	timeOfDay: 'has a time that is not midnight: check that the day is right',
	fillerDay: 'is today or a usual filler such as 1900-01-01 or 1970-01-01',
	longAgo: 'is more than 120 years ago',
	earlyIn1970: 'is in early 1970: the numbers may be seconds since then',
	placeholderName: 'is a word such as Null, Unknown or Test: check that it is a name',
	unlikelyName: 'has no letters, many digits, odd or invisible signs, or 40 characters and more',
	commaInName: 'has a comma, as where last and first name are in one cell',
	headerWord: 'is the name of a column: the header may be there twice',
	remark: 'says deceased, duplicate, do not use or the like',
	companyName: 'reads like a company or several people, not one person',
	unlikelyId: 'looks like a mask, a formula, HTML or several IDs',
	unlikelyTag: 'looks like JSON, an array of a database, true or false',
	socialSecurityNumberElsewhere: 'is written like a social security number',
	html: 'holds HTML such as &amp; or &#39;',
	decodedTwice: 'has signs such as Ã© or â€™: the encoding was wrong',
	reportLine: 'says Total or the like, as the last line of a report does',
	spreadsheetCleaned: 'lost what a spreadsheet added, such as commas or decimals',
	spreadsheetChanged: 'looks changed by a spreadsheet, as 1,234 or 5-Mar do',
	taxpayerNumber: 'begins with 9, as taxpayer numbers (ITINs) do, not SSNs',
	socialSecurityNumberPattern: 'is a run of digits such as 111-11-1111 or 123-45-6789',
	wholeName: 'seems to hold the last name too, or is the same',
	commonBirthdate: 'is the same in more than half of the rows',
	repeatedSocialSecurityNumber: 'is the same as in another row',
	repeatedRow: 'there is no ID, and all columns are the same as in another row',
	leadingZeros: 'is the same as in another row, apart from leading zeros: check which is right',
	nationalPhoneNumber: 'does not begin with + and a country code',
} as const;

export type WarningCode = keyof typeof WARNING_SENTENCES;

/** Where there is such an option. */
export const OR_TREAT_AS_EMPTY = ", or set the option 'Placeholder Values' to Treat as Empty";

/** Characters of the user's own pattern that a sentence shows. */
const LONGEST_PATTERN = 40;

const FORMAT_NAMES: Readonly<Record<Exclude<RuleContext['birthdateFormat'], 'custom'>, string>> = {
	detect: 'Detect',
	iso: 'YYYY-MM-DD',
	us: 'MM/DD/YYYY',
	eu: 'DD/MM/YYYY',
	excelSerial: 'Excel Serial',
	unixMilliseconds: 'Milliseconds Since 1970',
	unixSeconds: 'Seconds Since 1970',
};

function formatName({ birthdateFormat, birthdateCustomFormat }: RuleContext): string {
	if (birthdateFormat !== 'custom') return FORMAT_NAMES[birthdateFormat];
	return birthdateCustomFormat.slice(0, LONGEST_PATTERN).toWellFormed();
}

/** The order of day and month that the settings ask for; undefined where they do not. */
export function chosenOrder({
	birthdateFormat,
	birthdateCustomFormat,
}: RuleContext): 'us' | 'eu' | undefined {
	if (birthdateFormat === 'us' || birthdateFormat === 'eu') return birthdateFormat;
	if (birthdateFormat !== 'custom') return undefined;
	// A time after the day changes nothing.
	const pattern = /^(?:(M{1,2})|d{1,2})([/.-])(?:d{1,2}|M{1,2})\2yyyy(?![^\sT,])/;
	const match = pattern.exec(birthdateCustomFormat);
	if (match === null) return undefined;
	return match[1] === undefined ? 'eu' : 'us';
}

/** The sentence about a problem under the settings in force. */
export function problemSentence(code: ProblemCode, context: RuleContext): string {
	return PROBLEM_SENTENCES[code]
		.replace('{orTreatAsEmpty}', context.placeholders === 'rejectAlways' ? '' : OR_TREAT_AS_EMPTY)
		.replace('{format}', () => formatName(context))
		.replace('{other}', FORMAT_NAMES[chosenOrder(context) === 'eu' ? 'us' : 'eu']);
}

/**
 * The sentence about two rows with the same ID.
 *
 * @param item index of the other item
 */
export function duplicateSentence(code: 'duplicate' | 'duplicateExceptCase', item: number): string {
	return PROBLEM_SENTENCES[code].replace('{item}', String(item));
}

/**
 * The sentence about rows that go although they look unusual.
 *
 * @param column its name, or an empty string when it is about whole rows
 */
export function warningSentence(code: WarningCode, column: string, count: number): string {
	const rows = `In ${count} ${count === 1 ? 'row' : 'rows'}`;
	return `${rows} ${column === '' ? '' : `'${column}' `}${WARNING_SENTENCES[code]}`;
}
