import { uncertaintyNote } from '../../../../nodes/Persona/transport/errors';
import { answerWith } from './support';

describe('what to do when the outcome is not known', () => {
	const dropped = { code: 'ECONNRESET' };

	test.each([
		[dropped, true, 'will not be imported twice'],
		[answerWith('', 408), true, 'will not be imported twice'],
		[answerWith('', 500), true, 'Once per Execution'],
		// A refusal after a lost answer is saved as well.
		[answerWith('', 422), true, 'Once per Execution'],
		[answerWith('', 401), true, 'will not be imported twice'],
		[dropped, false, 'before you send them again'],
		[answerWith('', 500), false, 'before you send them again'],
	])('%j, safe to repeat: %p', (outcome, safe, advice) => {
		const note = uncertaintyNote(outcome, safe, 'Lists');
		expect(note).toContain('It is not known whether Persona took these rows.');
		expect(note).toContain(advice);
		if (!safe) expect(note).toContain('Look in the Persona dashboard under Lists');
	});
});
