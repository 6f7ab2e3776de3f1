import { isRepeatOf } from '../../../nodes/Persona/transport/repeats';

const BEGAN = Date.UTC(2026, 0, 1, 12);
const at = (milliseconds: number) => new Date(BEGAN + milliseconds).toISOString();

test.each<[string, string | undefined, number | undefined, boolean]>([
	['hours before', at(-7_200_000), BEGAN, true],
	['just before', at(-1), BEGAN, true],
	['at the moment', at(0), BEGAN, false],
	['after', at(1), BEGAN, false],
	['in another zone', '2026-01-01T13:59:59+02:00', BEGAN, true],
	['at an unknown time', undefined, BEGAN, false],
	['at a time that cannot be read', 'soon', BEGAN, false],
	['before an upload that did not begin', at(-1), undefined, false],
])('an import that was created %s the upload began', (_when, createdAt, began, repeated) => {
	expect(isRepeatOf(createdAt, began)).toBe(repeated);
});
