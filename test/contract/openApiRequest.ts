import Ajv from 'ajv/dist/2020';

/** A part of a description: an object of JSON. */
export interface Json {
	[key: string]: Json;
}

/** What a description says about the requests of one operation. */
export interface RequestDescription {
	/** The columns of the file that an importer takes; the description names them in words. */
	columns: string[];
	/** Whether it knows a parameter of the query, such as `page[size]`. */
	takes(name: string): boolean;
	/** In lower case. */
	headers: string[];
	/** What is wrong with a form of these parts; `null` for nothing. */
	validateForm(names: readonly string[]): string | null;
}

/** `page[size]` → `['page', 'size']`. */
const keysOf = (name: string) => name.split(/[[\]]+/).filter((key) => key !== '');

/** The object that the names of a form stand for, with a text for each part. */
function objectOf(names: readonly string[]): Json {
	const whole: Json = {};
	for (const name of names) {
		const keys = keysOf(name);
		const last = keys.pop()!;
		const parent = keys.reduce((at, key) => (at[key] ??= {}), whole);
		parent[last] = 'content' as unknown as Json;
	}
	return whole;
}

function schemaTakes({ properties, additionalProperties }: Json, key: string): boolean {
	return properties?.[key] !== undefined || typeof additionalProperties === 'object';
}

/** @throws for an operation that is not documented */
export function describeRequest(document: Json, path: string, method: string): RequestDescription {
	const resolve = (node: Json): Json => {
		const { $ref: reference } = node;
		if (reference === undefined) return node;
		const keys = String(reference).replace('#/', '').split('/');
		return keys.reduce((at, key) => at[key]!, document);
	};
	const operation = document.paths?.[path]?.[method];
	if (operation === undefined) throw new Error(`Not documented: ${method} ${path}`);
	const parameters = Object.values(operation.parameters ?? {}).map(resolve);
	const named = (place: string) => parameters.filter((one) => String(one.in) === place);
	return {
		columns: [...String(operation.description).matchAll(/^ {2}- (\w+)/gm)].map(([, name]) => name!),
		takes(name) {
			const [first, ...keys] = keysOf(name);
			const parameter = named('query').find((one) => String(one.name) === first);
			return parameter !== undefined && keys.every((key) => schemaTakes(parameter.schema!, key));
		},
		headers: named('header').map((one) => String(one.name).toLowerCase()),
		validateForm(names) {
			const body = resolve(operation.requestBody!);
			const { schema } = body.content!['multipart/form-data']!;
			const ajv = new Ajv({ strict: false });
			const validate = ajv.compile(schema as object);
			return validate(objectOf(names)) ? null : ajv.errorsText(validate.errors);
		},
	};
}
