import { triggerWorkflow } from '../e2e/support/triggers';
import type { Editor } from './support/editor';
import { expectSoon } from './support/eventually';
import { takePictures } from './support/picture';
import { story } from './support/story';

const TRIGGER = 'Persona Trigger';
const COMPLETED = 'Batch Job: Completed';
const account = { type: 'account', id: 'act_1', attributes: { 'reference-id': 'crm-1001' } };

/** A person sets the trigger up, in both ways, and tries it out. */
export function describeTrigger(editor: () => Editor): void {
	describe('the trigger', () => {
		let credential: { id: string; name: string };

		beforeAll(async () => {
			credential = await editor().storeCredential('Persona API');
		});

		async function open(id: string, events: string[]) {
			const { instance } = editor();
			const running = { url: instance.url, request: instance.request, credential };
			await editor().openStored(triggerWorkflow(running, id, { events }), TRIGGER);
			await editor().onCanvas(TRIGGER).dblclick();
			await editor().node.getByRole('tab', { name: 'Settings' }).waitFor();
		}

		story(editor, 'is set up with events that are found by typing', async () => {
			const { page, node } = editor();
			await open('setUpTrigger', ['account.created']);
			await node.getByText('webhook.read').waitFor();
			await editor().field('events').getByRole('combobox').first().click();
			await page.keyboard.type('batch job');
			const options = page.getByRole('option').filter({ visible: true });
			await options.filter({ hasText: COMPLETED }).waitFor();
			for (const name of await options.allInnerTexts()) expect(name).toMatch(/^Batch Job: /);
			await options.filter({ hasText: COMPLETED }).click();
			await page.keyboard.press('Escape');
			await editor().saved('the event', ({ events: chosen }) =>
				JSON.stringify(chosen).includes('["account.created","batch-job.completed"]'),
			);
			expect(await editor().field('secret').count()).toBe(0);
			await takePictures(editor(), 'trigger', node);
		});

		story(editor, 'is tried out with an event, and leaves no enabled webhook behind', async () => {
			const { node, output, instance } = editor();
			const { sandbox } = instance;
			await open('triedTrigger', ['account.created']);
			await node.getByTestId('node-execute-button').click();
			await expectSoon(() => Promise.resolve(sandbox.webhooks()[0]?.status), 'enabled');
			expect(sandbox.webhooks()[0]!.url).toMatch(/\/webhook-test\//);
			await sandbox.emit({ name: 'account.created', data: account });
			await output.getByText('crm-1001').first().waitFor();
			await output.getByText('account.created').first().waitFor();
			await expectSoon(() => Promise.resolve(sandbox.webhooks()[0]?.status), 'archived');
		});

		story(editor, 'is set up by hand, with a secret and without a credential', async () => {
			const { node } = editor();
			await open('byHandTrigger', ['account.created']);
			await node.getByTestId('node-credentials-select').waitFor();
			await editor().choose(editor().field('setup'), 'By Hand');
			await node.getByText('create a webhook with the production URL shown above').waitFor();
			expect(await node.getByTestId('node-credentials-select').count()).toBe(0);
			const secret = editor().field('secret').getByRole('textbox');
			await secret.fill('wbhsec_example');
			expect(await secret.getAttribute('type')).toBe('password');
			await editor().saved('the secret', ({ secret: stored }) => stored === 'wbhsec_example');
			await node.getByText('Webhook URLs').click();
			await node.getByText('/webhook-test/byHandTrigger-webhook/webhook').waitFor();
			await node.getByRole('radio', { name: 'Production URL' }).click();
			await node.getByText('/webhook/byHandTrigger-webhook/webhook').waitFor();
			await takePictures(editor(), 'trigger-by-hand', node);
		});
	});
}
