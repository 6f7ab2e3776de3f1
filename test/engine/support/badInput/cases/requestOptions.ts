import { refusedOption, refusedRun } from '../builders';
import type { Topic } from '../types';
import { fine, NO_TEXT, notOffered, oneOf, parameter } from './optionTexts';

const NO_TYPE = "An entry of 'Response Fields' has no usable type";
const SUCH_AS_IMPORTER = "Give it the name of a resource as Persona writes it, such as 'importer'.";
const VERSION = "'API Version' is not a date such as 2025-12-08";
const VERSIONS = 'Choose one from its list, or Set by the API Key.';

export const REQUEST_OPTIONS: Topic = {
	name: 'Options of requests and of waiting',
	cases: [
		refusedOption(
			'key inflection: another word',
			{ keyInflection: 'upper' },
			notOffered('Response Key Style'),
			oneOf('camel, kebab, snake'),
		),
		refusedOption('API version: a word', { personaVersion: 'latest' }, VERSION, VERSIONS),
		refusedOption(
			'API version: a line break',
			{ personaVersion: '2025-12-08\r\nX-Zqx: 1' },
			VERSION,
			VERSIONS,
		),
		refusedOption(
			'API version: an object',
			{ personaVersion: { is: '2025-12-08' } },
			VERSION,
			VERSIONS,
		),
		refusedOption(
			'fields: no type',
			{ fields: { values: [{ attributes: 'status' }] } },
			NO_TYPE,
			SUCH_AS_IMPORTER,
		),
		refusedOption(
			'fields: brackets in the type',
			{ fields: { values: [{ type: 'fields[importer]', attributes: 'status' }] } },
			NO_TYPE,
			SUCH_AS_IMPORTER,
		),
		refusedOption(
			'fields: an object as the type',
			{ fields: { values: [{ type: { is: 'importer' }, attributes: 'status' }] } },
			"'Response Fields' is not text",
			NO_TEXT,
		),
		refusedOption(
			'fields: true as the attributes',
			{ fields: { values: [{ type: 'importer', attributes: true }] } },
			"'Response Fields' is not text",
			NO_TEXT,
		),
		refusedOption(
			'fields: half an emoji in the attributes',
			{ fields: { values: [{ type: 'importer', attributes: 'status\ud83d' }] } },
			"'Response Fields' holds half of a character",
			'Write the names as Persona does, in letters, dashes and underscores.',
		),
		fine('fields: an entry without anything', {
			fields: { values: [{ type: ' ', attributes: '' }] },
		}),
		fine('fields: text in place of entries', { fields: 'status' }),
		fine('fields: attributes as a list', {
			fields: { values: [{ type: 'importer', attributes: ['status', 'created-at'] }] },
		}),
		refusedOption(
			'include: an object',
			{ include: { path: 'creator' } },
			"'Response Include' is not text",
			NO_TEXT,
		),
		refusedOption(
			'include: half an emoji',
			{ include: 'creator\ud83d' },
			"'Response Include' holds half of a character",
			'Write the names as Persona does, in letters, dashes and underscores.',
		),
		fine('include: only commas', { include: ' , ,' }),
		refusedOption(
			'poll interval: none',
			{ pollInterval: 0 },
			"'Poll Interval' is not a number of seconds from 1",
			'Give it a number such as 5.',
		),
		refusedOption(
			'poll interval: words',
			{ pollInterval: '5 seconds' },
			"'Poll Interval' is not a number of seconds from 1",
			'Give it a number such as 5.',
		),
		refusedOption(
			'poll interval: true, which is not 1',
			{ pollInterval: true },
			"'Poll Interval' is not a number of seconds from 1",
			'Give it a number such as 5.',
		),
		refusedOption(
			'wait timeout: without end',
			{ waitTimeout: Infinity },
			"'Wait Timeout' is not a number of seconds from 1",
			'Give it a number such as 240.',
		),
		refusedOption(
			'wait timeout: less than a second',
			{ waitTimeout: 0.5 },
			"'Wait Timeout' is not a number of seconds from 1",
			'Give it a number such as 240.',
		),
		refusedRun(
			'an expression in the options that cannot be resolved',
			parameter({ options: { fileName: "={{ $('Missing').item.json.name }}" } }),
			"An expression in 'options' could not be resolved",
			'Open the node and look at its expressions: the editor shows what is missing.',
		),
	],
};
