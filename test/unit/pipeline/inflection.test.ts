import { inflect } from '../../../nodes/Persona/pipeline/importer';

test.each([
	['rows', 'rows', 'rows', 'rows'],
	['blankRows', 'blankRows', 'blank_rows', 'blank-rows'],
	['requestId', 'requestId', 'request_id', 'request-id'],
	['aBC', 'aBC', 'a_b_c', 'a-b-c'],
])('%s', (key, camel, snake, kebab) => {
	expect(inflect(key, 'camel')).toBe(camel);
	expect(inflect(key, 'snake')).toBe(snake);
	expect(inflect(key, 'kebab')).toBe(kebab);
	expect(inflect(key, '')).toBe(kebab);
});
