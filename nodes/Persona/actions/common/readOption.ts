import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { checkText } from '../../pipeline/rules';
import { throwConfigError } from './refuse';

/** What a message needs to know of a field. */
type Named = Pick<INodeProperties, 'displayName'>;

/**
 * An option that is text. An expression can fill it with anything; written out, an object would be a text that is always the
 * same.
 *
 * @returns an empty text for nothing
 * @throws NodeOperationError for an object, a list, a date, true or false, and for a number that lost digits
 */
export function readText(
	context: IExecuteFunctions,
	value: unknown,
	{ displayName }: Named,
	byDefault = '',
): string {
	if (typeof value === 'string') return value;
	const checked = checkText(value ?? byDefault);
	if (typeof checked === 'string') return checked;
	return throwConfigError(
		context,
		`'${displayName}' is not text`,
		'An expression there has to give text, not an object, a list, or true or false.',
	);
}

/** An option that is a number, also as text; NaN for everything else. */
export function readNumber(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : NaN;
}

/**
 * An option that is on or off; what is neither must not end in sending, nor in showing.
 *
 * @throws NodeOperationError for everything but true, false, and nothing at all
 */
export function readSwitch(
	context: IExecuteFunctions,
	value: unknown,
	{ displayName }: Named,
	itemIndex?: number,
): boolean {
	if (typeof value === 'boolean') return value;
	if (value === undefined) return false;
	return throwConfigError(
		context,
		`${itemIndex === undefined ? '' : `Item ${itemIndex}: `}'${displayName}' is neither on nor off`,
		'An expression there has to give true or false, not text or nothing. Nothing was sent.',
		itemIndex,
	);
}

/**
 * Stops at an option that holds none of its choices; undefined stands for its default.
 *
 * @throws NodeOperationError naming the field and its choices
 */
export function requireOneOf(
	context: IExecuteFunctions,
	{ displayName, options = [] }: Pick<INodeProperties, 'displayName' | 'options'>,
	value: unknown,
): void {
	const allowed = options.map((option) => ('value' in option ? option.value : undefined));
	if (value === undefined || allowed.includes(value as string)) return;
	const choices = allowed.filter((choice) => choice !== '').join(', ');
	throwConfigError(
		context,
		`'${displayName}' is set to something that it does not offer`,
		`Choose one from its list. An expression has to give one of these: ${choices}.`,
	);
}
