import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { cancelledError, cancelSignalOf } from '../../../nodes/Persona/transport/cancel';
import { NODE, ScriptedContext } from '../support/context';

test('the signal is the one of the execution', () => {
	const context = new ScriptedContext([]);
	expect(cancelSignalOf(context.functions)).toBe(context.cancel.signal);
});

test('the editor has none', () => {
	expect(cancelSignalOf({} as ILoadOptionsFunctions)).toBeUndefined();
});

test('says that the execution was cancelled, and what goes on', () => {
	expect(cancelledError(NODE)).toMatchObject({
		message: 'The execution was cancelled',
		description:
			'Persona goes on with the imports that it had accepted by then. The Persona dashboard shows what arrived.',
	});
});
