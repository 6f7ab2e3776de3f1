import { runWorkflow } from '../n8n/run';
import { runMain } from '../shared/ending';
import { requireFreePort } from '../shared/ports';
import { step } from '../shared/progress';
import { StopReason } from '../shared/stop-reason';
import { installIntoN8n, LOGIN, openEditor, type Editor } from './editor';
import { importerIdsOf, waitForImporter } from './importers';
import { readOptions } from './options';
import { openPersona, requirePersonaPort, type Persona } from './persona';
import { describeImporter, requireSuccess } from './report';

const RUN_LIMIT = 240_000;

void runMain(async () => {
	const options = readOptions(process.argv.slice(2), process.env);
	await requireFreePort(options.port, 'n8n', '--port');
	await requirePersonaPort(options);
	const n8n = await installIntoN8n(options);
	const persona = await openPersona(options);
	const editor = await openEditor(n8n, options, persona);
	announce(editor, persona, options.once);
	const ready = await runMainExample(editor, persona);
	if (options.once) return ready ? 0 : 1;
	await editor.server.exited;
	throw new StopReason(`n8n has ended (its output: ${options.folder}/n8n.log)`);
});

function announce({ server, examples }: Editor, persona: Persona, once: boolean): void {
	console.log(`
  Editor   ${server.url}/workflow/${examples.main.id}
  Login    ${LOGIN.email}
  Password ${LOGIN.password}
  Persona  ${persona.baseUrl} (${persona.name})`);
	if (!once) console.log('  Ctrl-C stops everything.');
	console.log();
}

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
