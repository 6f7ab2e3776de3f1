import type { IDataObject } from 'n8n-workflow';

import { refused, refusedRows, sent } from '../builders';
import type { Topic } from '../types';

const COLUMN = "column 'name_first'";
const CONTROL = `${COLUMN}: holds an invisible control character; remove it in the source`;
const HALF = `${COLUMN}: holds half of a character, as when text is cut off inside of an emoji; fix it in the source`;
const NO_TEXT = `${COLUMN}: holds an object or a list where text belongs`;
const TRUE_OR_FALSE = `${COLUMN}: holds true or false where text belongs`;
const DATE = `${COLUMN}: holds a date where text belongs`;
const LOST_DIGITS = `${COLUMN}: holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)`;

const no = (name: string, name_first: unknown, says: string) =>
	refused(name, { name_first } as IDataObject, says);
const yes = (name: string, name_first: unknown, sentAs = name_first as string) =>
	sent(name, { name_first } as IDataObject, { name_first: sentAs });

const deep = (levels: number): unknown => (levels === 0 ? 'zqx-deep' : { in: deep(levels - 1) });

export const NAMES: Topic = {
	name: 'Names and other text',
	cases: [
		no('a NUL character', 'Zqx\u0000first', CONTROL),
		no('a bell', 'Zqx\u0007first', CONTROL),
		no('a backspace', 'Zqxx\u0008first', CONTROL),
		no('a vertical tab, as old spreadsheets break lines', 'Zqx\u000bfirst', CONTROL),
		no('a form feed, as PDF exports break pages', 'Zqx\u000cfirst', CONTROL),
		no('colours of a terminal', '\u001b[31mZqxfirst\u001b[0m', CONTROL),
		no('a delete character', 'Zqx\u007ffirst', CONTROL),
		no('a smart quote in the wrong encoding', 'O\u0092Zqxfirst', CONTROL),
		no('the first half of an emoji', 'Zqxfirst \ud83d', HALF),
		no('the second half of an emoji', '\ude00 Zqxfirst', HALF),
		no('an object with first and last name', { first: 'Zqxfirst', last: 'Zqxlast' }, NO_TEXT),
		no('an empty object', {}, NO_TEXT),
		no('an object 100 levels deep', deep(100), NO_TEXT),
		no('an object that says how it wants to be written', { toString: 'Zqxfirst' }, NO_TEXT),
		no('a list of names', ['Zqxfirst', 'Zqxsecond'], NO_TEXT),
		no('a list of lists', [['Zqxfirst']], NO_TEXT),
		yes('an empty list', [], ''),
		no('bytes', Buffer.from('Zqxfirst'), NO_TEXT),
		no('a regular expression', /Zqxfirst/ as never, NO_TEXT),
		no('a map', new Map([['first', 'Zqxfirst']]) as never, NO_TEXT),
		no('true', true, TRUE_OR_FALSE),
		no('false', false, TRUE_OR_FALSE),
		no('a date', new Date('1990-01-31T00:00:00Z'), DATE),
		no('a date that is none', new Date(NaN), DATE),
		no('infinity', Infinity, LOST_DIGITS),
		no('a number too small to write out', 1e-7, LOST_DIGITS),
		yes('a number', 42, '42'),
		yes('minus zero', -0, '0'),
		yes('10,000 characters', 'Zqx '.repeat(2_500), 'Zqx '.repeat(2_500).trim()),
		yes('a formula of a spreadsheet', '=HYPERLINK("https://zqx.example","Zqxfirst")'),
		yes('a command for a shell', '$(rm -rf zqxfirst); `zqxfirst`'),
		yes('SQL', "Zqxfirst'); DROP TABLE accounts;--"),
		yes('HTML', '<img src=x onerror=alert("zqxfirst")>'),
		yes('an n8n expression', '{{ $json.zqxfirst }}'),
		yes('quotes, commas and line breaks', 'Zqx "the, \r\nfirst"\nJr.'),
		yes('Hebrew with marks of direction', '\u200fזקס\u200f', 'זקס'),
		yes('a joiner that Persian needs', 'می\u200cخواهم'),
		yes('a family of emoji', '👩‍👩‍👧‍👦 Zqxfirst'),
		yes('accents as marks of their own', 'Zqxe\u0301'),
		yes('a line separator', 'Zqx\u2028first'),
		yes('spaces that do not break around it', '\u00a0Zqxfirst\u00a0', 'Zqxfirst'),
		yes('twenty accents on one letter', `Z${'\u0301'.repeat(20)}qx`),
		refused(
			'a formula that failed',
			{ name_first: '#VALUE!' },
			"column 'name_first': holds a placeholder such as N/A, not a value; empty it in the source, or set the option 'Placeholder Values' to Treat as Empty",
		),
		yes('nothing at all', null, ''),
		refused(
			'something in every column that cannot go',
			{
				name_first: 'Zqx\u0000',
				name_middle: { zqx: 'zqx-middle' },
				name_last: true,
				birthdate: 'zqx-birthday',
				social_security_number: 'zqx-number',
				tags: [{ zqx: 'tagged' }],
			},
			[
				CONTROL,
				"column 'name_middle': holds an object or a list where text belongs",
				"column 'name_last': holds true or false where text belongs",
				"column 'birthdate': is not a date that Detect can read; choose how it is written in the option 'Birthdate Format'",
				"column 'social_security_number': is not written as nine digits, with or without hyphens (NNN-NN-NNNN)",
				"column 'tags': has a tag that is not text",
			],
		),
		refusedRows(
			'every row bad, each in its own way',
			{ rows: [{ name_first: true }, { name_first: [{}] }, { name_first: 'Zqx\u0000' }] },
			{ 0: TRUE_OR_FALSE, 1: NO_TEXT, 2: CONTROL },
		),
	],
};
