import { summaryOf } from '../../../nodes/Persona/pipeline/summary';

const META = {
	rows: 5,
	fileName: 'accounts.csv',
	bytes: 100,
	requestId: null,
	environmentId: null,
	idempotencyKey: null,
	repeated: false,
};

test('an import in one flat object', () => {
	const importer = {
		id: 'mprt_1',
		attributes: {
			...{ status: 'ready', 'successful-count': 3, 'duplicate-count': 2, 'error-count': 1 },
			...{ 'created-at': '2026-01-01', 'completed-at': '2026-01-02' },
		},
	};
	const warning = { code: 'x', column: 'tags', count: 1, items: [0] };
	const further = {
		...{ rejectedRows: 7, blankRows: 8, mergedDuplicates: 0, part: 1, parts: 1 },
		...{ mapping: {}, ignoredFields: [], passedOverFields: [] },
		warnings: [
			{ ...warning, message: 'In 1 row the tag is long' },
			{ ...warning, message: 'In 1 row it is short' },
		],
	};
	expect(summaryOf(importer, { ...META, ...further })).toEqual({
		...{ id: 'mprt_1', status: 'ready', rowsSent: 5, successful: 3, duplicates: 2, errors: 1 },
		...{ rejectedRows: 7, blankRows: 8, fileName: 'accounts.csv' },
		...{ createdAt: '2026-01-01', completedAt: '2026-01-02' },
		warnings: 'In 1 row the tag is long. In 1 row it is short',
	});
});

test('has the same keys for a file of which little is known, and says that nothing new was imported', () => {
	expect(summaryOf({ id: 'mprt_1' }, { ...META, repeated: true })).toEqual({
		...{ id: 'mprt_1', status: null, rowsSent: 5, successful: 0, duplicates: 0, errors: 0 },
		...{ rejectedRows: 0, blankRows: 0, fileName: 'accounts.csv' },
		...{ createdAt: null, completedAt: null },
		warnings: 'Nothing new was imported: Persona already had these rows',
	});
});
