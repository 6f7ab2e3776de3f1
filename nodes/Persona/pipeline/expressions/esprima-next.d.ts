/**
 * What is used of n8n's parser, whose own types are not found with a plain `require`. It also gives nodes of other types:
 * https://github.com/estree/estree
 */
declare module 'esprima-next' {
	interface Ranged {
		/** Where it begins and ends in the text. */
		range: [number, number];
	}
	export interface Identifier extends Ranged {
		type: 'Identifier';
		name: string;
	}
	export interface Literal {
		type: 'Literal';
		value: unknown;
		/** As it is written. */
		raw: string;
		regex?: object;
		bigint?: string;
	}
	export interface MemberExpression {
		type: 'MemberExpression';
		object: Node;
		property: Node;
		computed: boolean;
	}
	export interface CallExpression extends Ranged {
		type: 'CallExpression';
		callee: Node;
		arguments: Node[];
	}
	export interface ArrowFunctionExpression {
		type: 'ArrowFunctionExpression';
		params: Node[];
		body: Node;
		async: boolean;
	}
	interface Property {
		type: 'Property';
		key: Node;
		value: Node;
		computed: boolean;
		shorthand: boolean;
	}
	export type Node = Ranged &
		(
			| Identifier
			| Literal
			| MemberExpression
			| CallExpression
			| ArrowFunctionExpression
			| Property
			| { type: 'ChainExpression' | 'ExpressionStatement'; expression: Node }
			| { type: 'UnaryExpression'; operator: string; argument: Node }
			| { type: 'BinaryExpression' | 'LogicalExpression'; left: Node; right: Node }
			| { type: 'ConditionalExpression'; test: Node; consequent: Node; alternate: Node }
			| { type: 'ArrayExpression'; elements: (Node | null)[] }
			| { type: 'ObjectExpression'; properties: Node[] }
			| { type: 'TemplateLiteral'; quasis: Node[]; expressions: Node[] }
			| { type: 'TemplateElement'; value: { raw: string } }
		);

	/** @throws Error if the text is no JavaScript module */
	export function parseModule(
		text: string,
		options: { range: true; comment: true },
	): { body: Node[]; comments: unknown[] };
}
