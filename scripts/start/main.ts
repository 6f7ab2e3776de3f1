import { runWorkflow } from '../n8n/run';
import { runMain } from '../shared/ending';
import { step } from '../shared/progress';
import { StopReason } from '../shared/stop-reason';
import { installIntoN8n, openEditor, type Editor } from './editor';
import { requireFreePorts } from './freePorts';
import { importerIdsOf, waitForImporter } from './importers';
import { readOptions } from './options';
import { openPersona, type Persona } from './persona';
import { addressOf, describeDemo, describeImporter, requireSuccess } from './report';
import { claimFolder } from './running';

const RUN_LIMIT = 240_000;

void runMain(async () => {
	const options = readOptions(process.argv.slice(2), process.env);
	const claim = claimFolder(options.folder);
	if (typeof claim === 'string') {
		// With --once, somebody counts on it that the example has been run.
		if (options.once) throw new StopReason(claim);
		console.log(claim);
		return 0;
	}
	await requireFreePorts(options);
	const n8n = await installIntoN8n(options);
	const persona = await openPersona(options);
	const editor = await openEditor(n8n, options, persona);
	claim.announce(addressOf(editor));
	const ready = await runMainExample(editor, persona);
	if (options.once) return ready ? 0 : 1;
	console.log(describeDemo(editor, persona));
	await editor.server.exited;
	throw new StopReason(`n8n has ended (its output: ${options.folder}/n8n.log)`);
});

/** Runs the main example where that is allowed, and says whether all of its imports are ready. */
async function runMainExample({ request, examples }: Editor, persona: Persona): Promise<boolean> {
	if (!persona.mayRunExamples) {
		console.log(
			'Nothing was sent: the key in PERSONA_API_KEY is no sandbox key, so no example was run.',
		);
		return false;
	}
	const { main } = examples;
	const importers = await step(`Running '${main.name}'`, async () => {
		const execution = await runWorkflow(request, main, RUN_LIMIT);
		requireSuccess(main.name, execution);
		return await Promise.all(importerIdsOf(execution).map((id) => waitForImporter(persona, id)));
	});
	console.log(`\n${importers.map(describeImporter).join('\n\n')}`);
	return importers.length > 0 && importers.every(({ attributes }) => attributes.status === 'ready');
}
