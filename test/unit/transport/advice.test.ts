import { notesOn, type UploadContext } from '../../../nodes/Persona/transport/advice';
import type { IdempotencyMode } from '../../../nodes/Persona/transport/idempotency';
import {
	nothingWasImported,
	wasSavedRefusal,
	type HttpResult,
} from '../../../nodes/Persona/transport/outcome';

const answer = (status: number, title = 'Record invalid') => ({
	status,
	body: { errors: [{ title }] },
	headers: {},
});

const upload: UploadContext = {
	mode: 'content',
	safeToRepeat: true,
	isRenewed: false,
	dashboardPage: 'Accounts',
};

const notes = (result: HttpResult, more: Partial<UploadContext> & { uncertain?: boolean } = {}) => {
	const { uncertain = false, ...context } = more;
	return notesOn({ result, uncertain }, { ...upload, ...context });
};

const REPEATS =
	"Persona gives the same answer to the same rows for 24 hours, even after the reason for it is gone. To send them again unchanged, set 'Idempotency' to Once per Execution.";
const RENEWED =
	'None of these rows were imported. When the reason is gone, run this node again: it sends the rows under a new key.';
const CHANGE_KEY =
	"Persona gives the same answer to the same 'Idempotency Key' for 24 hours, even after the reason for it is gone. Change 'Idempotency Key' before you run this node again.";

describe('a refusal that Persona saves', () => {
	test.each([400, 403, 404, 409, 413, 422])('%i leads out', (status) => {
		expect(notes(answer(status))).toEqual([REPEATS]);
		expect(notes(answer(status), { mode: 'custom' })).toEqual([CHANGE_KEY]);
		// Another execution has another key anyway, and without a key nothing is saved.
		expect(notes(answer(status), { mode: 'execution' })).toEqual([]);
		expect(notes(answer(status), { mode: 'none' })).toEqual([]);
	});

	test.each([400, 403, 404, 413, 422])('%i goes under a new key by itself', (status) => {
		expect(notes(answer(status), { isRenewed: true })).toEqual([RENEWED]);
	});

	test('a conflict may be with the same upload, still running: it needs the user', () => {
		expect(notes(answer(409), { isRenewed: true })).toEqual([REPEATS]);
	});

	test.each([401, 408, 429, 302])('%i is none', (status) => {
		expect(notes(answer(status))).toEqual([]);
	});

	test('a key that was used for something else has its own advice in the message', () => {
		expect(notes(answer(400, 'Idempotency error'), { mode: 'custom' })).toEqual([]);
	});
});

test('what never left is said not to have been sent', () => {
	expect(notes({ code: 'ECONNREFUSED' })).toEqual(['Nothing was sent.']);
});

describe('where nobody knows', () => {
	test('that is what matters, and nothing else is said', () => {
		for (const result of [{ code: 'ECONNRESET' }, { code: 'ECONNREFUSED' }, answer(422)]) {
			const said = notes(result, { uncertain: true, isRenewed: true });
			expect(said).toHaveLength(1);
			expect(said[0]).toMatch(/^It is not known whether Persona took these rows\./);
		}
	});

	test('a saved answer is not asked for again under its key', () => {
		for (const result of [answer(500), answer(422)]) {
			expect(notes(result, { uncertain: true })[0]).toContain('Once per Execution');
		}
	});
});

test.each<[boolean, boolean, HttpResult]>([
	[true, true, answer(400)],
	[true, true, answer(403)],
	[true, true, answer(422)],
	[true, false, answer(409)],
	[true, false, answer(400, 'Idempotency error')],
	[false, false, answer(401)],
	[false, false, answer(408)],
	[false, false, answer(429)],
	[false, false, answer(500)],
	[false, false, answer(302)],
	[false, false, answer(201)],
	[false, false, { code: 'ECONNREFUSED' }],
])('saved: %p, and proves that nothing was imported: %p: %j', (saved, proves, result) => {
	expect(wasSavedRefusal(result)).toBe(saved);
	expect(nothingWasImported({ result, uncertain: false })).toBe(proves);
	expect(nothingWasImported({ result, uncertain: true })).toBe(false);
});

test('every sentence keeps to the words that users know', () => {
	const modes: IdempotencyMode[] = ['content', 'execution', 'custom', 'none'];
	const said = modes.flatMap((mode) =>
		[answer(422), { code: 'ENOTFOUND' }].flatMap((result) => notes(result, { mode })),
	);
	for (const sentence of [...said, RENEWED]) {
		expect(sentence).toMatch(/^[A-Z].*\.$/);
		expect(sentence).not.toMatch(/error|problem|failure|mistake/i);
	}
});
