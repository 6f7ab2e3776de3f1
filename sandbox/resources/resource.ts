import { toKebab } from '../http/inflection';

/** A JSON:API resource with its keys in kebab-case. */
export interface Resource {
	type: string;
	id?: string;
	attributes: Record<string, unknown>;
	relationships?: Record<string, unknown>;
}

/** Since this version `fields[importer]` stands for every type below it (changelog of the version). */
const PARENT_FIELDSETS_VERSION = '2025-10-27';

/** The resource types that a fieldset may be given for: `importer/account`, and its parent. */
function typesOf(type: string, version: string): string[] {
	return version < PARENT_FIELDSETS_VERSION ? [type] : [type, type.split('/')[0] as string];
}

/** The resource with only the attributes that `fields[type]=a,b` asks for; all without such a parameter. */
export function selectFields(
	resource: Resource,
	query: Record<string, string>,
	version: string,
): Resource {
	const given = typesOf(resource.type, version)
		.map((type) => query[`fields[${type}]`])
		.find((names) => names !== undefined);
	if (given === undefined) return resource;
	const wanted = new Set(given.split(',').map(toKebab));
	const attributes = Object.entries(resource.attributes).filter(([name]) => wanted.has(name));
	return { ...resource, attributes: Object.fromEntries(attributes) };
}
