import type { IDataObject } from 'n8n-workflow';

import {
	describeProblem,
	describeProblems,
	importerItem,
	inflectionOf,
	objectItem,
	type ImportMeta,
} from '../../../nodes/Persona/pipeline/results';
import type { KeyInflection } from '../../../nodes/Persona/pipeline/types';
import { deepFreeze } from '../support/freeze';
import { rowsOf } from '../support/rows';

const meta: ImportMeta = {
	rows: 2,
	blankRows: 1,
	mergedDuplicates: 3,
	rejectedRows: 4,
	part: 1,
	parts: 2,
	fileName: 'accounts.csv',
	bytes: 99,
	requestId: 'req_1',
	environmentId: null,
	idempotencyKey: 'key',
	repeated: false,
	mapping: { reference_id: ['ID'] },
	ignoredFields: ['Remark'],
	passedOverFields: [],
	warnings: [],
};

const kebab = deepFreeze({
	type: 'importer/account',
	id: 'mprt_1',
	attributes: { status: 'pending', 'created-at': '2026-06-15' },
});
const snake = { ...kebab, attributes: { status: 'pending', created_at: '2026-06-15' } };
const camel = { ...kebab, attributes: { status: 'pending', createdAt: '2026-06-15' } };

function jsonOf(data: IDataObject, inflection: KeyInflection, more: IDataObject = {}) {
	return importerItem(deepFreeze({ data, ...more }), meta, rowsOf(['a']), inflection).json;
}

describe('meta', () => {
	const inKebab = {
		rows: 2,
		'blank-rows': 1,
		'merged-duplicates': 3,
		'rejected-rows': 4,
		repeated: false,
		mapping: { reference_id: ['ID'] },
		'ignored-fields': ['Remark'],
		'passed-over-fields': [],
		warnings: [],
		part: 1,
		parts: 2,
		'file-name': 'accounts.csv',
		bytes: 99,
		'request-id': 'req_1',
		'environment-id': null,
		'idempotency-key': 'key',
	};
	const inSnake = Object.fromEntries(
		Object.entries(inKebab).map(([key, value]) => [key.replaceAll('-', '_'), value]),
	);

	test.each<[KeyInflection, IDataObject, object]>([
		['kebab', kebab, inKebab],
		['snake', snake, inSnake],
		['camel', camel, meta],
		['', kebab, inKebab],
		['', snake, inSnake],
		['', camel, meta],
		['', { ...kebab, attributes: { status: 'pending' } }, inKebab],
		['', { type: 'importer/account', id: 'mprt_1' }, inKebab],
		['snake', kebab, inSnake],
	])("chosen %p: stands beside Persona's answer %p", (inflection, data, expected) => {
		expect(jsonOf(data, inflection)).toEqual({ ...data, meta: expected });
	});

	test("does not replace Persona's own", () => {
		const data = { ...kebab, meta: { 'from-persona': true, rows: 'theirs' } };
		expect(jsonOf(data, 'kebab').meta).toEqual({ 'from-persona': true, ...inKebab });
	});
});

test.each<[KeyInflection, IDataObject, KeyInflection]>([
	['camel', snake, 'camel'],
	['kebab', camel, 'kebab'],
	['', { attributes: { 'duplicate-count': 0 } }, 'kebab'],
	['', { attributes: { duplicate_count: 0 } }, 'snake'],
	['', { attributes: { duplicateCount: 0 } }, 'camel'],
	['', { attributes: { ID: 0, status: '' } }, 'kebab'],
])('inflection %p of %p is %s', (chosen, importer, inflection) => {
	expect(inflectionOf(chosen, importer)).toBe(inflection);
});

test('included objects are passed on when there are any', () => {
	const included = [{ type: 'account', id: 'act_1' }];
	expect(jsonOf(kebab, 'kebab', { included }).included).toEqual(included);
	expect(jsonOf(kebab, 'kebab', { included: [] }).included).toEqual([]);
	expect(jsonOf(kebab, 'kebab')).not.toHaveProperty('included');
});

test('is linked to the input item of every row', () => {
	const rows = rowsOf(['a'], ['b'], ['c']).filter(({ itemIndex }) => itemIndex !== 1);
	const { pairedItem } = importerItem({ data: kebab }, meta, rows, 'kebab');
	expect(pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
});

test('never has a field named error, which would make n8n run the node again', () => {
	expect(jsonOf(kebab, 'kebab')).not.toHaveProperty('error');
});

test('an object that was fetched is passed on as it is', () => {
	const body = deepFreeze({ data: kebab, included: [{ type: 'account', id: 'act_1' }] });
	const json = { ...kebab, included: [{ type: 'account', id: 'act_1' }] };
	expect(objectItem(body, 4)).toEqual({ json, pairedItem: { item: 4 } });
	expect(objectItem({ data: kebab }, 0)).toEqual({ json: kebab, pairedItem: { item: 0 } });
	expect(objectItem({ data: kebab }, 0).json).not.toHaveProperty('included');
});

test('a problem is described with its item and its column', () => {
	const problem = { column: 'birthdate', code: 'futureDate', message: 'is in the future' };
	expect(describeProblem(3, problem)).toBe("Item 3, column 'birthdate': is in the future");
	expect(describeProblem(0, { ...problem, column: '' })).toBe('Item 0: is in the future');
});

test('several things against one row are told in one text', () => {
	const problems = [
		{ column: 'birthdate', code: 'futureDate', message: 'is in the future' },
		{ column: 'tags', code: 'notText', message: 'holds an object' },
		{ column: '', code: 'blank', message: 'the row is blank' },
	];
	expect(describeProblems(3, problems)).toBe(
		"Item 3, column 'birthdate': is in the future. Column 'tags': holds an object. The row is blank",
	);
	expect(describeProblems(3, problems.slice(2))).toBe('Item 3: the row is blank');
});
