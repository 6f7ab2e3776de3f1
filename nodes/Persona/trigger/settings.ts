import {
	NodeOperationError,
	type IDataObject,
	type IHookFunctions,
	type INodeProperties,
	type IWebhookFunctions,
} from 'n8n-workflow';

import * as fields from './description';
import { ALL_EVENTS, CUSTOM_EVENT } from './eventNames';

type Context = IHookFunctions | IWebhookFunctions;

/** How a trigger is set up. */
export interface TriggerSettings {
	isAutomatic: boolean;
	/** Names of events; `*` stands for all. Never empty. */
	events: string[];
	/** Empty with the automatic set-up. */
	secret: string;
	isSimplified: boolean;
	/** In seconds. */
	tolerance: number;
	version: string;
	inflection: string;
	includeRelated: boolean;
}

const EVENT_NAME = /^[a-z][a-z0-9_/-]*(\.[a-z0-9_-]+)+$/;

/** @throws NodeOperationError always */
export function refuse(context: Context, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, {
		description,
		failure: { cause: 'configuration-invalid' },
	});
}

function readEvents(context: Context, chosen: unknown, others: unknown): string[] {
	const list = Array.isArray(chosen) ? chosen.map(String) : [];
	const further = String(others ?? '').split(',');
	const names = [...list, ...further].map((name) => name.trim()).filter((name) => name !== '');
	if (names.length === 0) {
		refuse(
			context,
			"'Events' is empty",
			'Choose the events that should start this workflow. Nothing was created in Persona.',
		);
	}
	const isKnown = (name: string) =>
		name.startsWith('custom.') ? CUSTOM_EVENT.test(name) : EVENT_NAME.test(name);
	if (names.some((name) => name !== ALL_EVENTS && !isKnown(name))) {
		refuse(
			context,
			"'Other Events' holds something that is not the name of an event",
			'Write names as Persona does, such as account.created, and separate them with commas. Names of your own begin with custom. and have small letters, digits, dashes and dots only.',
		);
	}
	return names.includes(ALL_EVENTS) ? [ALL_EVENTS] : [...new Set(names)];
}

function readTolerance(context: Context, value: unknown): number {
	// True would be one second, and a list the number in it.
	const seconds = ['number', 'string'].includes(typeof value) ? Number(value) : NaN;
	if (Number.isFinite(seconds) && seconds >= 1) return seconds;
	return refuse(
		context,
		"'Signature Tolerance' is not a number from 1",
		'Give it a number of seconds such as 300.',
	);
}

function readSecret(context: Context, value: unknown): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text !== '') return text;
	return refuse(
		context,
		"'Webhook Secret' is empty",
		"Copy the secret from the page of the webhook in the Persona dashboard. Without it nobody can tell Persona's events from others.",
	);
}

/**
 * Reads how the trigger is set up. An expression can fill any field with anything, so each is checked.
 *
 * @throws NodeOperationError for what cannot be used
 */
export function readSettings(context: Context): TriggerSettings {
	const parameter = ({ name, default: byDefault }: INodeProperties): unknown =>
		context.getNodeParameter(name, byDefault);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const option = ({ name, default: byDefault }: INodeProperties) => options[name] ?? byDefault;
	const isAutomatic = parameter(fields.setup) !== 'manual';
	return {
		isAutomatic,
		events: readEvents(context, parameter(fields.events), option(fields.otherEvents)),
		secret: isAutomatic ? '' : readSecret(context, parameter(fields.secret)),
		isSimplified: parameter(fields.simplify) !== false,
		tolerance: readTolerance(context, option(fields.tolerance)),
		version: String(option(fields.version)),
		inflection: String(option(fields.keyStyle)),
		includeRelated: option(fields.relatedObjects) === true,
	};
}
