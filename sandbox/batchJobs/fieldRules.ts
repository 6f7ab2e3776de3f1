import type { BatchRow, FieldSchema, StoredAccount } from '../store/types';
import { isBirthdate, isSocialSecurityNumber } from '../import/rules';

type Rule = (value: unknown, config: Record<string, unknown>) => boolean;

const isNumber: Rule = (value, { min = -Infinity, max = Infinity }) =>
	typeof value === 'number' && value >= Number(min) && value <= Number(max);

const isDate: Rule = (value, { 'min-date': min, 'max-date': max }) =>
	typeof value === 'string' &&
	isBirthdate(value) &&
	value >= String(min ?? '') &&
	(typeof max !== 'string' || value <= max);

const isText: Rule = (value, { 'max-char-length': most = 255 }) =>
	typeof value === 'string' && value.length <= Number(most);

const isChoice: Rule = (value, { options }) =>
	typeof value === 'string' && (options as string[]).includes(value);

/** What a value has to be, by the type of its field; fields of other types can't be in a flat row. */
const RULES: Record<string, Rule> = {
	string: isText,
	'email-address': (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value),
	number: isNumber,
	integer: (value, config) => Number.isInteger(value) && isNumber(value, config),
	boolean: (value) => typeof value === 'boolean',
	date: isDate,
	datetime: (value) => typeof value === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(value),
	choices: isChoice,
	'multi-choices': (value, config) =>
		Array.isArray(value) && value.every((one) => isChoice(one, config)),
};

/** Keys of a row that are no fields of the account type. */
const OWN_KEYS = ['reference_id', 'token', 'account_type_id', 'tags'];

function isTags(value: unknown): boolean {
	const texts: unknown[] = Array.isArray(value) ? value : [value];
	return value === null || texts.every((text) => typeof text === 'string');
}

/** What a field holds of an account. */
export function valueOf(account: StoredAccount, key: string): unknown {
	const columns: Record<string, unknown> = {
		name_first: account.nameFirst,
		name_middle: account.nameMiddle,
		name_last: account.nameLast,
		birthdate: account.birthdate,
		social_security_number: account.socialSecurityNumber,
	};
	return columns[key] ?? account.fields?.[key] ?? null;
}

function cellProblem(
	[key, value]: [string, unknown],
	schema: FieldSchema | undefined,
	account: StoredAccount | undefined,
): string | undefined {
	const rule = RULES[schema?.type ?? ''];
	if (schema === undefined || rule === undefined || schema.config['archived-at'] !== null) {
		return `Field "${key}" is not available`;
	}
	const isWritten = account !== undefined && valueOf(account, key) !== null;
	if (schema.config['write-policy'] === 'write_once' && isWritten) {
		return `Field "${key}" has already been set`;
	}
	const isRight =
		rule(value, schema.config) &&
		(key !== 'social_security_number' || isSocialSecurityNumber(value as string));
	return value === null || isRight
		? undefined
		: `Field "${key}" has invalid value ${String(value)}`;
}

/** Why a row can't be written to an account, or to a new one; undefined if it can. */
export function rowProblem(
	row: BatchRow,
	fields: FieldSchema[],
	account?: StoredAccount,
): string | undefined {
	if (!isTags(row.tags ?? null)) return 'Tags must be text';
	for (const cell of Object.entries(row)) {
		if (OWN_KEYS.includes(cell[0])) continue;
		const schema = fields.find(({ key }) => key === cell[0]);
		const problem = cellProblem(cell, schema, account);
		if (problem !== undefined) return problem;
	}
	return undefined;
}
