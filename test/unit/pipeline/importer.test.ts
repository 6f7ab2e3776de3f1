import {
	countsOf,
	createdAtOf,
	hasFailed,
	isFinished,
} from '../../../nodes/Persona/pipeline/importer';

describe('an Importer object', () => {
	it.each([
		['kebab', { 'successful-count': 3, 'duplicate-count': 2, 'error-count': 1 }],
		['camel', { successfulCount: 3, duplicateCount: 2, errorCount: 1 }],
		['snake', { successful_count: 3, duplicate_count: 2, error_count: 1 }],
	])('has counters in %s', (_, attributes) => {
		expect(countsOf({ attributes })).toEqual({ successful: 3, duplicate: 2, error: 1 });
	});

	it.each([[{}], [{ attributes: {} }], [{ attributes: { 'error-count': null } }]])(
		'%j: counts nothing, and has not finished',
		(importer) => {
			expect(countsOf(importer)).toEqual({ successful: 0, duplicate: 0, error: 0 });
			expect(createdAtOf(importer)).toBeUndefined();
			expect(isFinished(importer)).toBe(false);
			expect(hasFailed(importer)).toBe(false);
		},
	);

	it.each([
		['created-at', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
		['createdAt', 'some day', 'some day'],
		['created-at', 1767225600, undefined],
		['created-at', null, undefined],
	])('made at %s %p: %p', (name, value, expected) => {
		expect(createdAtOf({ attributes: { [name]: value } })).toBe(expected);
	});

	it.each([
		['ready', true, false],
		['errored', true, true],
		['pending', false, false],
		['something new', false, false],
		[true, false, false],
	])('status %p: finished %p, failed %p', (status, finished, failed) => {
		const importer = { attributes: { status, 'completed-at': '2026-01-01T00:00:00.000Z' } };
		expect(isFinished(importer)).toBe(finished);
		expect(hasFailed(importer)).toBe(failed);
	});
});
