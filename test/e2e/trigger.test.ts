import { BURST, describeBurst } from './trigger/burst';
import { describeExample } from './trigger/example';
import { TriggerSetup } from './trigger/setup';
import { describeSignatures } from './trigger/signatures';
import { describeWebhook } from './trigger/webhook';

jest.setTimeout(Math.max(240_000, BURST * 600));

describe('The Persona Trigger in n8n', () => {
	const setup = new TriggerSetup().use();

	describeWebhook(setup);
	describeSignatures(setup);
	describeExample(setup);
	describeBurst(setup);
});
