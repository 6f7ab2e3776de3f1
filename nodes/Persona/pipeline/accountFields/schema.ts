import type { IDataObject } from 'n8n-workflow';

import { attributeOf } from '../importer';

/** What a field of an account type takes. */
export interface FieldSpec {
	key: string;
	label: string;
	/** As Persona names it, such as `multi-choices`. */
	type: string;
	/** Whether a flat row can hold it: not files, lists, hashes and relations. */
	isWritable: boolean;
	/** Whether Persona rejects a second value. */
	isWrittenOnce: boolean;
	/** Of text. */
	longest?: number;
	/** Of numbers. */
	least?: number;
	most?: number;
	/** Of dates, as YYYY-MM-DD. */
	earliest?: string;
	latest?: string;
	/** Of choices: value and label of each. */
	choices?: ReadonlyArray<{ value: string; label: string }>;
}

/** Types whose values a flat row can hold. Persona does not say that of the others. */
const WRITABLE = new Set([
	...['string', 'email-address', 'number', 'integer', 'boolean', 'date', 'datetime'],
	...['choices', 'multi-choices'],
]);

const textOr = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const numberOr = (value: unknown) => (typeof value === 'number' ? value : undefined);

function choicesIn(config: IDataObject): FieldSpec['choices'] {
	const get = (name: string) => attributeOf({ attributes: config }, name);
	const options = get('options');
	const labels = get('optionLabels');
	if (!Array.isArray(options)) return undefined;
	return options.map((option, index) => {
		const label = Array.isArray(labels) ? textOr(labels[index]) : undefined;
		return { value: String(option), label: label ?? String(option) };
	});
}

/** A field by Persona's description; undefined for one that is archived or switched off. */
function specOf(schema: IDataObject): FieldSpec | undefined {
	const key = textOr(schema.key);
	const config = (schema.config ?? {}) as IDataObject;
	const get = (name: string) => attributeOf({ attributes: config }, name) ?? undefined;
	if (key === undefined || get('archivedAt') !== undefined || get('deactivatedAt') !== undefined)
		return undefined;
	const type = String(schema.type);
	return {
		key,
		label: textOr(schema.label) ?? key,
		type,
		isWritable: WRITABLE.has(type),
		isWrittenOnce: get('writePolicy') === 'write_once',
		longest: numberOr(get('maxCharLength')),
		least: numberOr(get('min')),
		most: numberOr(get('max')),
		earliest: textOr(get('minDate')),
		latest: textOr(get('maxDate')),
		choices: choicesIn(config),
	};
}

/**
 * The fields of an account type, without those that are archived.
 *
 * @param accountType the object as Persona returns it, in any inflection
 * Source: `field-schema*.yaml` in Persona's OpenAPI.
 */
export function fieldSpecsOf(accountType: IDataObject): FieldSpec[] {
	const schemas = attributeOf(accountType, 'fieldSchemas');
	if (!Array.isArray(schemas)) return [];
	return schemas.flatMap((schema) => specOf(schema as IDataObject) ?? []);
}
