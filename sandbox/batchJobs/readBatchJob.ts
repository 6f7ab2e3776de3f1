import Ajv, { type ErrorObject } from 'ajv/dist/2020';
import { UNFIT_BATCH_JOB_STATUS } from '../choices';
import { ApiError, badRequest } from '../http/answer';
import type { Body } from '../http/body';
import { toKebab } from '../http/inflection';
import type { State } from '../state';
import type { BatchRow, StoredBatchJob } from '../store/types';

interface Attributes {
	operation: string;
	object: string;
	'lookup-field': string;
	'emit-events'?: boolean;
	'account-type-id'?: string;
	rows: BatchRow[];
}

/** As in persona-openapi, `batch-jobs.yaml`; what it lists in words is an `enum` here. */
const ATTRIBUTES = {
	type: 'object',
	additionalProperties: false,
	required: ['operation', 'object', 'lookup-field', 'rows'],
	properties: {
		operation: { enum: ['update', 'upsert'] },
		object: { enum: ['account', 'inquiry'] },
		'lookup-field': { enum: ['token', 'reference_id'] },
		'emit-events': { type: 'boolean' },
		'account-type-id': { type: 'string' },
		rows: { type: 'array', minItems: 1, maxItems: 1000, items: { type: 'object' } },
	},
};

const object = (properties: object) => ({
	type: 'object',
	additionalProperties: false,
	required: Object.keys(properties),
	properties,
});

const ajv = new Ajv({ strict: false });
const validate = ajv.compile<{ data: { attributes: Attributes } }>(
	object({ data: object({ attributes: ATTRIBUTES }) }),
);

/** What is wrong, in the words of Persona's documented 400s; it never quotes a value. */
function describe({ instancePath, keyword, params, message }: ErrorObject): string {
	const path = instancePath.slice(1).replaceAll('/', '.');
	const within = (name: unknown) => [path, String(name)].filter((part) => part !== '').join('.');
	if (keyword === 'required') return `${within(params.missingProperty)} is missing`;
	if (keyword === 'additionalProperties') {
		return `${within(params.additionalProperty)} is not allowed`;
	}
	return `${path === '' ? 'The body' : path} ${message ?? 'is not valid'}`;
}

/** The body with the names of its attributes in kebab-case; the keys of rows are data. */
function withKebabAttributes(value: unknown): unknown {
	const { data } = (value ?? {}) as { data?: { attributes?: unknown } };
	const attributes = data?.attributes;
	if (typeof attributes !== 'object' || attributes === null) return value;
	const entries = Object.entries(attributes).map(([key, one]) => [toKebab(key), one as unknown]);
	return { ...(value as object), data: { ...data, attributes: Object.fromEntries(entries) } };
}

function unfit(details: string, name: string): ApiError {
	const pointer = `/data/attributes/${name}`;
	return new ApiError(UNFIT_BATCH_JOB_STATUS, 'Unprocessable entity', details, pointer);
}

/** The combinations that the description of the call allows. */
function checkTogether(attributes: Attributes, { accountTypes }: State): void {
	const { operation, object: kind, rows, 'lookup-field': lookup } = attributes;
	const typeId = attributes['account-type-id'];
	if (kind === 'inquiry' && operation !== 'update') {
		throw unfit('upsert is only supported for accounts', 'operation');
	}
	if (kind === 'inquiry' && lookup !== 'token') {
		throw unfit('Inquiries are looked up by token', 'lookup-field');
	}
	if (operation === 'upsert' && lookup !== 'reference_id') {
		throw unfit('upsert looks up by reference_id', 'lookup-field');
	}
	if (typeId !== undefined && accountTypes.get(typeId) === undefined) {
		throw unfit('Account type is not found', 'account-type-id');
	}
	const isTyped = typeId !== undefined || rows.every((row) => 'account_type_id' in row);
	if (operation === 'upsert' && !isTyped) {
		throw unfit('upsert requires account_type_id', 'account-type-id');
	}
}

/** The job that a body asks for. Throws 400 for what is not documented, and 422 for what does not go together. */
export function readBatchJob(body: Body, state: State): Partial<StoredBatchJob> {
	const value = withKebabAttributes(body.kind === 'json' ? body.value : undefined);
	if (!validate(value)) {
		throw badRequest(validate.errors?.map(describe)[0] ?? 'The body is not valid');
	}
	const { attributes } = value.data;
	checkTogether(attributes, state);
	return {
		operation: attributes.operation,
		object: attributes.object,
		lookupField: attributes['lookup-field'],
		emitEvents: attributes['emit-events'] ?? true,
		accountTypeId: attributes['account-type-id'] ?? null,
		rows: attributes.rows,
	};
}
