import {
	parseModule,
	type ArrowFunctionExpression,
	type CallExpression,
	type Identifier,
	type Literal,
	type MemberExpression,
	type Node,
} from 'esprima-next';

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
	fields: Set<string>;
	readsFieldsOnly: boolean;
	isChained: boolean;
	/** Parameters of the functions around. */
	bound: readonly (string | undefined)[];
}

const PARAMETER = /^(?!extend)[a-z][a-zA-Z0-9]*$/;
/** n8n looks for calls of its extension functions in the text, in strings as well. */
const LOOKS_LIKE_A_CALL = /(?:\$if|\.\w+)\s*(?:\?\.)?\s*\(|[\r\n\u2028\u2029]/;
const QUOTES = /["']/;

/**
 * Parses with n8n's own parser, as an index: it keeps no parentheses, and so would not show whether the text closes one.
 *
 * @returns undefined for what is not one expression, and for everything where the host has no such parser
 */
function parse(text: string): Node | undefined {
	try {
		const { body, comments } = parseModule(`$[${text}\n]`, { range: true, comment: true });
		if (comments.length > 0 || body.length > 1) return undefined;
		const whole = body[0]?.type === 'ExpressionStatement' ? body[0].expression : undefined;
		if (whole?.type !== 'MemberExpression') return undefined;
		return whole.object.type === 'Identifier' ? whole.property : undefined;
	} catch {
		return undefined;
	}
}

/** The name as it is written: one with escapes would be read in another way by those who search the text. */
function plainName({ name, range: [start, end] }: Identifier): string | undefined {
	return end - start === name.length ? name : undefined;
}

/** The name in `.name`, `["name"]` or `[0]`. */
function nameOf(key: Node, isComputed: boolean): string | undefined {
	if (!isComputed) return key.type === 'Identifier' ? plainName(key) : undefined;
	if (key.type !== 'Literal' || !isSafeLiteral(key)) return undefined;
	return ['string', 'number'].includes(typeof key.value) ? String(key.value) : undefined;
}

function isSafeIdentifier(node: Identifier, found: Found): boolean {
	const name = plainName(node);
	if (found.bound.includes(name) || CONSTANTS.has(name)) return true;
	found.readsFieldsOnly = false;
	return OF_THE_ITEM.has(name);
}

function isSafeMember(node: MemberExpression, found: Found): boolean {
	const name = nameOf(node.property, node.computed);
	if (name === undefined || !isOrdinary(name)) return false;
	if (node.object.type !== 'Identifier' || node.object.name !== '$json') {
		return isSafe(node.object, found);
	}
	found.fields.add(name);
	return plainName(node.object) !== undefined;
}

function isSafeCall({ callee, arguments: given, range: [start] }: CallExpression, found: Found) {
	// n8n does not see a call of an extension function whose name is in parentheses.
	if (callee.range[0] !== start || !areSafe(given, found)) return false;
	if (callee.type === 'MemberExpression') {
		const method = callee.computed ? undefined : nameOf(callee.property, false);
		return METHODS.has(method) && isSafe(callee.object, found);
	}
	const name = callee.type === 'Identifier' ? plainName(callee) : undefined;
	if (found.bound.includes(name)) return false;
	if (name === NODE_FUNCTION) found.readsFieldsOnly = false;
	return name === NODE_FUNCTION || FUNCTIONS.has(name);
}

function isSafeFunction(node: ArrowFunctionExpression, found: Found) {
	const names = node.params.map((param) =>
		param.type === 'Identifier' ? plainName(param) : undefined,
	);
	if (node.async || !names.every((name) => name !== undefined && PARAMETER.test(name)))
		return false;
	const before = found.bound;
	found.bound = [...before, ...names];
	const isBodySafe = isSafe(node.body, found);
	found.bound = before;
	return isBodySafe;
}

function isSafeProperty(node: Node, found: Found): boolean {
	if (node.type !== 'Property' || node.computed || node.shorthand) return false;
	const name = nameOf(node.key, node.key.type === 'Literal');
	return name !== undefined && isOrdinary(name) && isSafe(node.value, found);
}

function isSafeLiteral(node: Literal): boolean {
	if (node.bigint !== undefined || LOOKS_LIKE_A_CALL.test(node.raw)) return false;
	return node.regex === undefined || !QUOTES.test(node.raw);
}

function areSafe(nodes: readonly (Node | null)[], found: Found): boolean {
	return nodes.every((node) => node !== null && isSafe(node, found));
}

/** Whether a part only reads. Notes what it reads. All that is not listed may do more, or mean something else to n8n. */
function isSafe(node: Node, found: Found): boolean {
	switch (node.type) {
		case 'Literal':
			return isSafeLiteral(node);
		case 'Identifier':
			return isSafeIdentifier(node, found);
		case 'MemberExpression':
			return isSafeMember(node, found);
		case 'CallExpression':
			return isSafeCall(node, found);
		case 'ArrowFunctionExpression':
			return isSafeFunction(node, found);
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
		fields: new Set(),
		readsFieldsOnly: true,
		isChained: false,
		bound: [],
	};
	if (!isSafe(node, found)) return undefined;
	const { fields, readsFieldsOnly, isChained } = found;
	return { text, fields, readsFieldsOnly, isChained };
}
