import type { INodeProperties } from 'n8n-workflow';

import { keyInflection, optionsField, personaVersion } from '../actions/common/requestOptions';
import { ALL_EVENTS, EVENT_OPTIONS } from './eventNames';

/**
 * The version in which events come unless the user chooses another, and in which the webhook is made: older ones may not know
 * the events of batch jobs.
 */
export const EVENT_VERSION = '2026-09-29';

const automatic = { show: { setup: ['automatic'] } };
const byHand = { show: { setup: ['manual'] } };

/** A webhook has no API key whose settings it could follow. */
const withoutKeySettings = (field: INodeProperties) =>
	(field.options ?? []).filter((option) => !('value' in option && option.value === ''));

export const setup: INodeProperties = {
	displayName: 'Setup',
	name: 'setup',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'Create the webhook in Persona when you publish (or activate) this workflow',
		},
		{
			name: 'By Hand',
			value: 'manual',
			description: 'Create the webhook in the Persona dashboard; no API key is needed',
		},
	],
	default: 'automatic',
	noDataExpression: true,
	description: 'Who creates the webhook in Persona',
};

export const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: [{ name: 'All Events', value: ALL_EVENTS }, ...EVENT_OPTIONS],
	default: [],
	description: 'The events that start the workflow. Type to search, for example for "account".',
};

export const secret: INodeProperties = {
	displayName: 'Webhook Secret',
	name: 'secret',
	type: 'string',
	typeOptions: { password: true },
	displayOptions: byHand,
	required: true,
	default: '',
	placeholder: 'e.g. wbhsec_…',
	description:
		'From the page of the webhook in the Persona dashboard. Events that are not signed with it are rejected.',
};

export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const version: INodeProperties = {
	...personaVersion,
	displayOptions: { show: { '/setup': ['automatic'] } },
	options: withoutKeySettings(personaVersion),
	default: EVENT_VERSION,
	description: 'Version of the Persona API in which events arrive',
};

export const relatedObjects: INodeProperties = {
	displayName: 'Include Related Objects',
	name: 'includeRelated',
	type: 'boolean',
	displayOptions: { show: { '/setup': ['automatic'] } },
	default: false,
	description:
		'Whether events bring along the objects that theirs is related to, such as the account of an inquiry',
};

export const otherEvents: INodeProperties = {
	displayName: 'Other Events',
	name: 'otherEvents',
	type: 'string',
	default: '',
	placeholder: 'e.g. custom.order.approved',
	description:
		'Names of further events, separated by commas: those of your organization, and those that Persona added later',
};

export const keyStyle: INodeProperties = {
	...keyInflection,
	displayOptions: { show: { '/setup': ['automatic'] } },
	options: withoutKeySettings(keyInflection),
	description: 'How the names of attributes are written in events',
};

export const tolerance: INodeProperties = {
	displayName: 'Signature Tolerance',
	name: 'tolerance',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 300,
	description:
		'How old a signature may be, in seconds. Older requests are rejected, so that nobody can send a recorded one again.',
};

/** The fields of the trigger, in the order in which the editor shows them. */
export const description: INodeProperties[] = [
	setup,
	{
		displayName:
			'The API key of the credential needs the permissions <code>webhook.read</code> and <code>webhook.write</code>. n8n creates the webhook in Persona when you publish (or activate) this workflow, and archives it when you unpublish (or deactivate) it.',
		name: 'automaticNotice',
		type: 'notice',
		displayOptions: automatic,
		default: '',
	},
	{
		displayName:
			'In the Persona dashboard, under Webhooks, create a webhook with the production URL shown above and the events below, enable it, and paste its secret here.',
		name: 'byHandNotice',
		type: 'notice',
		displayOptions: byHand,
		default: '',
	},
	events,
	secret,
	simplify,
	optionsField([version, relatedObjects, otherEvents, keyStyle, tolerance]),
];
