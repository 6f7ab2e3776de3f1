import type { IDataObject } from 'n8n-workflow';

import { refusedOption } from '../builders';
import type { Topic } from '../types';
import { fine, NO_TEXT } from './optionTexts';

const FILE_NAME = "'File Name' holds a character that a file name cannot have";
const LEAVE_OUT = 'Leave out slashes, quotes and control characters.';
const fileName = (name: string, value: string) =>
	refusedOption(name, { fileName: value }, FILE_NAME, LEAVE_OUT);
const KEY = "'Idempotency Key' is empty or holds characters that a header cannot carry";
const LETTERS = "Use letters, digits and dashes, or set 'Repeated Runs' to Once per Content.";
const key = (name: string, idempotencyKey: unknown, message = KEY, description = LETTERS) =>
	refusedOption(
		name,
		{ idempotency: 'custom', idempotencyKey } as IDataObject,
		message,
		description,
	);
const DAY = "'Birthdate Custom Format' does not name a day, a month and a year with four digits";
const LUXON = "Write the pattern in Luxon tokens, such as 'd MMM yyyy'.";
const pattern = (
	name: string,
	birthdateCustomFormat: unknown,
	message = DAY,
	description = LUXON,
) =>
	refusedOption(
		name,
		{ birthdateFormat: 'custom', birthdateCustomFormat } as IDataObject,
		message,
		description,
	);
const SEPARATOR = "'Tag Separator' is empty or holds a character that cannot be sent";
const COMMA = 'Give it a character such as a comma or a semicolon.';

export const TEXT_OPTIONS: Topic = {
	name: 'Options that are text',
	cases: [
		fileName('file name: a path', '../zqx.csv'),
		fileName('file name: a path of Windows', 'C:\\zqx.csv'),
		fileName('file name: a quotation mark', 'zqx".csv'),
		fileName('file name: a line break', 'zqx\r\nX-Zqx: 1'),
		fileName('file name: half an emoji', 'zqx\ud83d.csv'),
		refusedOption(
			'file name: an object',
			{ fileName: { name: 'zqx' } },
			"'File Name' is not text",
			NO_TEXT,
		),
		fine('file name: blanks, which are none', { fileName: '   ' }),
		fine('file name: a number', { fileName: 2026 }),
		key('idempotency key: none', undefined),
		key('idempotency key: blanks', '   '),
		key('idempotency key: a line break', 'zqx\r\nX-Zqx: 1'),
		key('idempotency key: an umlaut', 'zqx-März'),
		key(
			'idempotency key: an object, which is always the same text',
			{ batch: 'zqx' },
			"'Idempotency Key' is not text",
			NO_TEXT,
		),
		key('idempotency key: a list', ['zqx'], "'Idempotency Key' is not text", NO_TEXT),
		key('idempotency key: true', true, "'Idempotency Key' is not text", NO_TEXT),
		key(
			'idempotency key: a number that lost digits',
			1e21,
			"'Idempotency Key' is not text",
			NO_TEXT,
		),
		key(
			'idempotency key: 300 characters',
			'z'.repeat(300),
			"'Idempotency Key' is longer than 200 characters",
			'Use a short one, such as the number of a batch.',
		),
		fine('idempotency key: a number', { idempotency: 'custom', idempotencyKey: 20261125 }),
		pattern('custom format: none', undefined),
		pattern('custom format: a year with two digits', 'd MMM yy'),
		pattern('custom format: no day', 'MM/yyyy'),
		pattern('custom format: no month', 'd yyyy'),
		pattern('custom format: capitals, as in other programs', 'DD/MM/YYYY'),
		pattern('custom format: nothing but quoted text', "'dd MM yyyy'"),
		pattern(
			'custom format: an object',
			{ format: 'd MMM yyyy' },
			"'Birthdate Custom Format' is not text",
			NO_TEXT,
		),
		refusedOption('tag separator: none', { tagSeparator: '' }, SEPARATOR, COMMA),
		refusedOption(
			'tag separator: a control character',
			{ tagSeparator: '\u001f' },
			SEPARATOR,
			COMMA,
		),
		refusedOption('tag separator: half an emoji', { tagSeparator: '\ud83d' }, SEPARATOR, COMMA),
		refusedOption(
			'tag separator: an object',
			{ tagSeparator: { by: ';' } },
			"'Tag Separator' is not text",
			NO_TEXT,
		),
	],
};
