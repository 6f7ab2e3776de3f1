import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import { checkText } from '../../pipeline/rules/text';

/** What reading a parameter needs of its field: where it is, what it is called, and what it is when nobody set it. */
type Field = Pick<INodeProperties, 'displayName' | 'name' | 'default'>;

/**
 * Stops because of how the node is set up; nothing has been sent for it yet.
 *
 * @param itemIndex the input item that it is about; undefined when it is about the whole run
 * @throws NodeOperationError always
 */
export function throwConfigError(
	context: IExecuteFunctions,
	message: string,
	description: string,
	itemIndex?: number,
): never {
	throw new NodeOperationError(context.getNode(), message, {
		description,
		itemIndex,
		failure: { cause: 'configuration-invalid' },
	});
}

/**
 * Reads parameters and options of the node for one input item. What is not set has the default of its field; an expression
 * can fill any of them with anything, so each is checked.
 */
export class ParameterReader {
	private readonly options: IDataObject;

	/** @param itemIndex the item that expressions are resolved for */
	constructor(
		readonly context: IExecuteFunctions,
		private readonly itemIndex = 0,
	) {
		this.options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	}

	/** The value of an option as it is; its default when it is not set. */
	option({ name, default: byDefault }: Field): unknown {
		const value = this.options[name];
		return value === undefined ? byDefault : value;
	}

	/** The value of a parameter of its own, outside of the options. */
	parameter({ name, default: byDefault }: Field): unknown {
		return this.context.getNodeParameter(name, this.itemIndex, byDefault);
	}

	/**
	 * An option that is text. Written out, an object would be a text that is always the same.
	 *
	 * @throws NodeOperationError for an object, a list, a date, true or false, and for a number that lost digits
	 */
	text(field: Field): string {
		return readText(this.context, this.option(field) ?? field.default, field);
	}

	/**
	 * An option that is a whole number from 1, also as text.
	 *
	 * @throws NodeOperationError for everything else
	 */
	count(field: Field): number {
		const value = toNumber(this.option(field) ?? field.default);
		if (Number.isInteger(value) && value >= 1) return value;
		return throwConfigError(
			this.context,
			`'${field.displayName}' is not a whole number from 1`,
			`Give it a number such as ${String(field.default)}.`,
		);
	}

	/**
	 * An option that is on or off.
	 *
	 * @throws NodeOperationError for everything but true, false, and nothing at all
	 */
	isOn(field: Field): boolean {
		return readSwitch(this.context, this.option(field), field);
	}

	/**
	 * An option that is one of a field's choices.
	 *
	 * @throws NodeOperationError naming the field and its choices
	 */
	choice<Choice extends string>(field: Field & Pick<INodeProperties, 'options'>): Choice {
		return readChoice<Choice>(this.context, this.option(field), field);
	}
}

/**
 * A value that is text.
 *
 * @returns an empty text for nothing
 * @throws NodeOperationError for an object, a list, a date, true or false, and for a number that lost digits
 */
export function readText(
	context: IExecuteFunctions,
	value: unknown,
	{ displayName }: Pick<Field, 'displayName'>,
): string {
	const checked = checkText(value);
	if (typeof checked === 'string') return checked;
	// Texts with characters that cannot be sent are looked at by those who send them.
	if (typeof value === 'string') return value;
	return throwConfigError(
		context,
		`'${displayName}' is not text`,
		'An expression there has to give text, not an object, a list, or true or false.',
	);
}

/** A number, also as text; NaN for everything else. */
export function toNumber(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : NaN;
}

/**
 * A value that is on or off; what is neither must not end in sending, nor in showing.
 *
 * @throws NodeOperationError for everything but true and false
 */
export function readSwitch(
	context: IExecuteFunctions,
	value: unknown,
	{ displayName }: Pick<Field, 'displayName'>,
	itemIndex?: number,
): boolean {
	if (typeof value === 'boolean') return value;
	return throwConfigError(
		context,
		`${itemIndex === undefined ? '' : `Item ${itemIndex}: `}'${displayName}' is neither on nor off`,
		'An expression there has to give true or false, not text or nothing. Nothing was sent.',
		itemIndex,
	);
}

/**
 * A value that is one of a field's choices.
 *
 * @throws NodeOperationError naming the field and its choices
 */
export function readChoice<Choice extends string>(
	context: IExecuteFunctions,
	value: unknown,
	{ displayName, options = [] }: Pick<INodeProperties, 'displayName' | 'options'>,
): Choice {
	const allowed = options.map((option) => ('value' in option ? option.value : undefined));
	if (allowed.includes(value as string)) return value as Choice;
	const choices = allowed.filter((choice) => choice !== '').join(', ');
	return throwConfigError(
		context,
		`'${displayName}' is set to something that it does not offer`,
		`Choose one from its list. An expression has to give one of these: ${choices}.`,
	);
}
