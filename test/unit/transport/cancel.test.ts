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

test.each([
	['import', /^Persona goes on with the imports that it had accepted by then\./],
	['redact', /^Accounts that were redacted by then stay redacted\. Run this node again/],
	['get', /^Nothing was changed in Persona\.$/],
	['getErrors', /^Nothing was changed in Persona\.$/],
	['getAll', /^Nothing was changed in Persona\.$/],
])('says that the execution was cancelled, and what goes on: %s', (operation, description) => {
	expect(cancelledError(NODE, operation)).toMatchObject({
		message: 'The execution was cancelled',
		description: expect.stringMatching(description) as string,
	});
});
