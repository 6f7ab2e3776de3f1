import { parseExpressionAt, type AnyNode, type Expression, type Identifier } from 'acorn';

import { isOrdinary } from '../simpleExpressions';
import { CONSTANTS, FUNCTIONS, METHODS, NODE_FUNCTION, OF_THE_ITEM } from './names';

/** JavaScript between `{{` and `}}` that only reads, so that it may be evaluated together with others. */
export interface Code {
	text: string;
	/** The fields of `$json` that it reads. */
	fields: ReadonlySet<string>;
	/** Whether all that it looks at of its item is `$json` followed by names of fields. */
	readsFieldsOnly: boolean;
	/** Whether it uses `?.`, which n8n rewrites in code that holds an extension function anywhere. */
	isChained: boolean;
}

interface Found {
	text: string;
	fields: Set<string>;
	readsFieldsOnly: boolean;
	isChained: boolean;
	/** Parameters of the functions around. */
	bound: string[];
}

const PARAMETER = /^(?!extend)[a-z][a-zA-Z0-9]*$/;
/** n8n looks for calls of its extension functions in the text, in strings as well. */
const LOOKS_LIKE_A_CALL = /(?:\$if|\.\w+)\s*(?:\?\.)?\s*\(|[\r\n\u2028\u2029]/;
const QUOTES = /["']/;

function parse(text: string): Expression | undefined {
	const whole = `(${text}\n)`;
	let hasComments = false;
	try {
		const node = parseExpressionAt(whole, 0, {
			ecmaVersion: 2020,
			sourceType: 'module',
			preserveParens: true,
			onComment: () => (hasComments = true),
		});
		const isWhole = node.type === 'ParenthesizedExpression' && node.end === whole.length;
		return isWhole && !hasComments ? node.expression : undefined;
	} catch {
		return undefined;
	}
}

/** The name as it is written: one with escapes would be read in another way by those who search the text. */
function plainName({ name, start, end }: Identifier): string | undefined {
	return end - start === name.length ? name : undefined;
}

/** The name in `.name`, `["name"]` or `[0]`. */
function nameOf(key: AnyNode, isComputed: boolean, found: Found): string | undefined {
	if (!isComputed) return key.type === 'Identifier' ? plainName(key) : undefined;
	if (key.type !== 'Literal' || !isSafe(key, found)) return undefined;
	return ['string', 'number'].includes(typeof key.value) ? String(key.value) : undefined;
}

function isSafeIdentifier(node: Identifier, found: Found): boolean {
	const name = plainName(node);
	if (name === undefined) return false;
	if (found.bound.includes(name) || CONSTANTS.has(name)) return true;
	found.readsFieldsOnly = false;
	return OF_THE_ITEM.has(name);
}

function isSafeMember(node: AnyNode & { type: 'MemberExpression' }, found: Found): boolean {
	const name = nameOf(node.property, node.computed, found);
	if (name === undefined || !isOrdinary(name)) return false;
	if (node.object.type !== 'Identifier' || node.object.name !== '$json') {
		return isSafe(node.object, found);
	}
	found.fields.add(name);
	return plainName(node.object) !== undefined;
}

function isSafeCall(
	{ callee, arguments: given }: AnyNode & { type: 'CallExpression' },
	found: Found,
) {
	if (!areSafe(given, found)) return false;
	if (callee.type === 'MemberExpression') {
		const method = callee.computed ? undefined : nameOf(callee.property, false, found);
		return method !== undefined && METHODS.has(method) && isSafe(callee.object, found);
	}
	const name = callee.type === 'Identifier' ? plainName(callee) : undefined;
	if (name === undefined || found.bound.includes(name)) return false;
	if (name === NODE_FUNCTION) found.readsFieldsOnly = false;
	return name === NODE_FUNCTION || FUNCTIONS.has(name);
}

function isSafeFunction(node: AnyNode & { type: 'ArrowFunctionExpression' }, found: Found) {
	const names = node.params.map((param) => (param.type === 'Identifier' ? plainName(param) : ''));
	if (node.async || !names.every((name) => name !== undefined && PARAMETER.test(name)))
		return false;
	const before = found.bound;
	found.bound = [...before, ...(names as string[])];
	const isBodySafe = isSafe(node.body, found);
	found.bound = before;
	return isBodySafe;
}

function isSafeProperty(node: AnyNode, found: Found): boolean {
	if (node.type !== 'Property' || node.kind !== 'init') return false;
	if (node.computed || node.shorthand || node.method) return false;
	const name = nameOf(node.key, node.key.type === 'Literal', found);
	return name !== undefined && isOrdinary(name) && isSafe(node.value, found);
}

function isSafeLiteral(node: AnyNode & { type: 'Literal' }, { text }: Found): boolean {
	// The parser saw the text with a bracket before it.
	const raw = text.slice(node.start - 1, node.end - 1);
	if (typeof node.bigint === 'string' || LOOKS_LIKE_A_CALL.test(raw)) return false;
	return node.regex === undefined || !QUOTES.test(raw);
}

function areSafe(nodes: readonly (AnyNode | null)[], found: Found): boolean {
	return nodes.every((node) => node !== null && isSafe(node, found));
}

/** Whether a part only reads. Notes what it reads. All that is not listed may do more, or mean something else to n8n. */
function isSafe(node: AnyNode, found: Found): boolean {
	switch (node.type) {
		case 'Literal':
			return isSafeLiteral(node, found);
		case 'Identifier':
			return isSafeIdentifier(node, found);
		case 'MemberExpression':
			return isSafeMember(node, found);
		case 'CallExpression':
			return isSafeCall(node, found);
		case 'ArrowFunctionExpression':
			return isSafeFunction(node, found);
		case 'ParenthesizedExpression':
			return isSafe(node.expression, found);
		case 'ChainExpression':
			found.isChained = true;
			return isSafe(node.expression, found);
		case 'UnaryExpression':
			return node.operator !== 'delete' && isSafe(node.argument, found);
		case 'BinaryExpression':
		case 'LogicalExpression':
			return areSafe([node.left, node.right], found);
		case 'ConditionalExpression':
			return areSafe([node.test, node.consequent, node.alternate], found);
		case 'ArrayExpression':
			return areSafe(node.elements, found);
		case 'ObjectExpression':
			return node.properties.every((property) => isSafeProperty(property, found));
		case 'TemplateLiteral':
			return areSafe([...node.quasis, ...node.expressions], found);
		case 'TemplateElement':
			return !LOOKS_LIKE_A_CALL.test(node.value.raw) && !QUOTES.test(node.value.raw);
		default:
			return false;
	}
}

/**
 * Recognises code that only reads, by parsing it.
 *
 * @returns undefined for everything else, also for what is no JavaScript
 */
export function readCode(text: string): Code | undefined {
	const node = parse(text);
	if (node === undefined) return undefined;
	const found: Found = {
		text,
		fields: new Set(),
		readsFieldsOnly: true,
		isChained: false,
		bound: [],
	};
	if (!isSafe(node, found)) return undefined;
	const { fields, readsFieldsOnly, isChained } = found;
	return { text, fields, readsFieldsOnly, isChained };
}
