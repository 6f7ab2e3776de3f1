import Ajv, { type ErrorObject } from 'ajv/dist/2020';
import { badRequest } from '../http/answer';
import type { Upload } from './kinds';

/** A JSON upload once it has been validated. */
interface JsonUpload {
	data: { attributes: { file: { data: string; filename?: string }; 'list-id'?: string } };
}

function objectSchema(properties: Record<string, unknown>, required: string[]) {
	return { type: 'object', properties, required, additionalProperties: false };
}

/** As in persona-openapi, `components/requestBodies/list-item-importer-csv-request.yaml`, but `data` is needed. */
function uploadSchema(needsList: boolean) {
	const text = { type: 'string' };
	const file = objectSchema({ data: text, filename: text }, ['data']);
	const attributes = needsList
		? objectSchema({ file, 'list-id': text }, ['file', 'list-id'])
		: objectSchema({ file }, ['file']);
	return objectSchema({ data: objectSchema({ attributes }, ['attributes']) }, ['data']);
}

const ajv = new Ajv();
const validateForAccounts = ajv.compile<JsonUpload>(uploadSchema(false));
const validateForLists = ajv.compile<JsonUpload>(uploadSchema(true));

/** An Ajv error in the words of Persona's documented 400s; it never quotes a value. */
function describe({ instancePath, keyword, params }: ErrorObject): string {
	const path = instancePath.slice(1).replaceAll('/', '.');
	const named = (name: unknown) => [path, String(name)].filter((part) => part !== '').join('.');
	if (keyword === 'required') return `${named(params.missingProperty)} is missing`;
	if (keyword === 'additionalProperties') {
		return `${named(params.additionalProperty)} is not allowed`;
	}
	const type = params.type === 'object' ? 'an object' : 'a string';
	return `${path === '' ? 'The body' : path} must be ${type}`;
}

function decodeBase64(text: string): Buffer {
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
		throw badRequest('data.attributes.file.data must be base64');
	}
	return Buffer.from(text, 'base64');
}

/** The file of a base64-JSON body. Throws 400 that names the parameter. */
export function readJsonUpload(value: unknown, needsList: boolean): Upload {
	const validate = needsList ? validateForLists : validateForAccounts;
	if (!validate(value)) {
		throw badRequest(validate.errors?.map(describe)[0] ?? 'The body is not valid');
	}
	const { file, 'list-id': listId } = value.data.attributes;
	return {
		file: decodeBase64(file.data),
		fileName: file.filename ?? null,
		listId: listId ?? null,
	};
}
