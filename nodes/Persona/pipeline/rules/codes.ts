/**
 * What can be wrong with a value: one code and one sentence each. A sentence continues "Item 3, column 'birthdate': …",
 * names the rule and never the value.
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
	controlCharacter: 'holds an invisible control character; remove it in the source',
	invisibleCharacter:
		'holds an invisible character, such as a zero-width space; remove it in the source',
	dateNumber:
		"holds a number where a date belongs; for spreadsheet day numbers set the option 'Birthdate Format' to Excel Serial",
	dateFormat:
		"does not have the form that the option 'Birthdate Format' asks for (YYYY-MM-DD by default)",
	twoDigitYear: 'has a year with two digits; write all four',
	impossibleDate: 'is not a day that exists in the calendar',
	futureDate: 'lies in the future',
	dateTooEarly: 'lies before the year 1900',
	socialSecurityNumber: 'is not written as nine digits, with or without hyphens (NNN-NN-NNNN)',
	socialSecurityNumberAsNumber:
		'holds a number with fewer than nine digits, so leading zeros were lost; give it as text in the source',
	tagSeparator:
		"has a tag that contains the character between tags; choose another one in the option 'Tag Separator'",
	tagNotText: 'has a tag that is not text',
	emailAddress: "is not an email address, which is what 'match_type' says",
	domain: "is not a domain such as example.com, which is what 'match_type' says",
	matchType: 'is neither email_address nor domain',
	decimalNumber: 'is not a number in digits with a decimal point, such as 40.7128',
	latitude: 'lies outside -90 to 90 degrees',
	longitude: 'lies outside -180 to 180 degrees',
	radius: 'is not greater than zero',
	ipAddress: 'is not an IPv4 or IPv6 address',
	ipRange: "holds a range (CIDR, with a slash); Persona's list takes single addresses",
	ipZone: 'has a network interface (zone) behind a percent sign; remove it in the source',
	duplicate: "has a value that another item has too; see the option 'Duplicate Reference IDs'",
	expression: 'has an expression that could not be resolved for this item; the editor shows why',
	brokenText:
		'has text from an expression in which a value is missing or is no text; check the fields that it names',
} as const;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;
