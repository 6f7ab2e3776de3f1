import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describeRequest, type Json, type RequestDescription } from './openApiRequest';

/** Where Persona's own descriptions are, one file per version, next to the repository where they exist. */
const SHARED = resolve(__dirname, '../../../shared');

/** One version of the description, and what it says about answers. */
export interface OpenApi {
	/** The name of the file, which is the version. */
	version: string;
	/** The values of the Persona-Version header. */
	headerVersions: string[];
	/** Throws for an answer that the operation does not document with this status. */
	responseOf(path: string, method: string, status: number): ResponseDescription;
	/** Throws for an operation that is not documented. */
	requestOf(path: string, method: string): RequestDescription;
	/** What is wrong with something, `null` for nothing, by the schema that a path of keys leads to. */
	validate(keys: string[], value: unknown): string | null;
	/** A general response, e.g. `not-found`. */
	generalResponse(name: string): ResponseDescription;
	/** The names of the properties under a JSON pointer into the schemas, `allOf` and `$ref` followed. */
	propertiesOf(pointer: string): string[];
}

export interface ResponseDescription {
	/** The documented headers, in lower case. */
	headers: string[];
	validateHeader(name: string, value: unknown): string | null;
	/** What is wrong with a body, `null` for nothing. */
	validateBody(body: unknown): string | null;
}

function escapePointer(key: string): string {
	return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function pointerOf(keys: string[]): string {
	return `#/${keys.map(escapePointer).join('/')}`;
}

/** One loaded description. */
class Description implements OpenApi {
	readonly version: string;
	readonly headerVersions: string[];
	private readonly ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });

	constructor(private readonly document: Json) {
		addFormats(this.ajv);
		this.ajv.addFormat('json', true);
		this.ajv.addSchema(document, 'openapi');
		this.version = String(document.info?.version);
		const versions = document.components?.schemas?.['api-version']?.enum as unknown;
		this.headerVersions = versions as string[];
	}

	responseOf(path: string, method: string, status: number): ResponseDescription {
		const keys = ['paths', path, method, 'responses', String(status)];
		const { $ref: reference } = this.find(keys);
		return this.describe(reference === undefined ? keys : this.keysOf(String(reference)));
	}

	requestOf(path: string, method: string): RequestDescription {
		return describeRequest(this.document, path, method);
	}

	validate(keys: string[], value: unknown): string | null {
		return this.errorsOf(pointerOf(keys), value);
	}

	generalResponse(name: string): ResponseDescription {
		return this.describe(['components', 'responses', name]);
	}

	propertiesOf(pointer: string): string[] {
		const node = this.find(this.keysOf(pointer));
		const parts = Object.values(node.allOf ?? {}).concat(node.$ref === undefined ? [] : [node]);
		const inherited = parts.flatMap(({ $ref, properties }) =>
			$ref === undefined ? Object.keys(properties ?? {}) : this.propertiesOf(String($ref)),
		);
		return [...Object.keys(node.properties ?? {}), ...inherited];
	}

	private keysOf(pointer: string): string[] {
		return pointer.replace('#/', '').split('/');
	}

	private find(keys: string[]): Json {
		return keys.reduce((node, key) => {
			const next = node[key];
			if (next === undefined) throw new Error(`Not documented: ${keys.join(' ')}`);
			return next;
		}, this.document);
	}

	private describe(keys: string[]): ResponseDescription {
		const { headers = {} } = this.find(keys);
		const references = new Map(
			Object.entries(headers).map(([name, { $ref }]) => [name.toLowerCase(), String($ref)]),
		);
		return {
			headers: [...references.keys()],
			validateHeader: (name, value) => this.errorsOf(`${references.get(name) ?? ''}/schema`, value),
			validateBody: (body) =>
				this.errorsOf(pointerOf([...keys, 'content', 'application/json', 'schema']), body),
		};
	}

	private errorsOf(pointer: string, value: unknown): string | null {
		const validate = this.ajv.getSchema(`openapi${pointer}`) as ValidateFunction | undefined;
		if (validate === undefined) throw new Error(`No schema at ${pointer}`);
		return validate(value) ? null : this.ajv.errorsText(validate.errors);
	}
}

/** Every version that is in a folder; none where it does not exist. */
export function loadDescriptions(name = 'persona-openapi'): OpenApi[] {
	const folder = join(SHARED, name);
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files
		.sort()
		.map((file) => new Description(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json));
}
