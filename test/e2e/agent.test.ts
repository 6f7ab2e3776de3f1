import { readExamples } from '../../scripts/start/examples';
import { startScriptedModel, type ScriptedModel } from './support/chatModel';
import {
	CREDENTIAL_ID,
	newInstance,
	RUN_LIMIT,
	SETUP_LIMIT,
	type Instance,
} from './support/instance';

jest.setTimeout(RUN_LIMIT);

describe('The example with an AI agent, in n8n', () => {
	let instance: Instance;
	let model: ScriptedModel;

	beforeAll(async () => {
		const person = { reference_id: 'demo-ada', name_first: 'Ada', name_last: 'Example' };
		model = await startScriptedModel((answers) => {
			switch (answers.length) {
				case 0:
					return {
						tool: /import.account/i,
						arguments: { ...person, birthdate: '1990-02-31', tags: 'newsletter' },
					};
				case 1:
					return {
						tool: /import.account/i,
						arguments: { ...person, birthdate: '1990-12-10', tags: 'newsletter' },
					};
				case 2:
					return {
						tool: /look/i,
						arguments: { importer_id: /mprt_\w+/.exec(answers[1] ?? '')?.[0] },
					};
				default:
					return undefined;
			}
		});
		instance = await newInstance([
			{
				id: 'openAiApiDemo',
				name: 'OpenAI',
				type: 'openAiApi',
				data: { apiKey: 'none', url: model.url },
			},
		]);
	}, SETUP_LIMIT);

	afterAll(async () => {
		await instance.close();
		await model.close();
	});

	it('lets the model import, correct what was refused, and look at the import', async () => {
		const agent = readExamples(CREDENTIAL_ID).all.find(({ name }) => /AI agent/.test(name));
		if (agent === undefined) throw new Error('The example is missing');
		const output = await instance.run(agent, 'Agent');
		await instance.sandbox.settle();

		expect(output?.[0]?.json).toEqual({ output: 'Done.' });
		const offered = model.tools.map(({ parameters }) => Object.keys(parameters.properties));
		expect(offered.sort()).toEqual([
			['importer_id'],
			['reference_id', 'name_first', 'name_last', 'birthdate', 'tags'],
		]);
		for (const { description } of model.tools) expect(description).toMatch(/Persona/);

		const [refused, imported, looked] = model.toolAnswers;
		expect(JSON.parse(refused ?? '')).toEqual([
			{
				error: "Item 0, column 'birthdate': is not a day that exists in the calendar",
				details: {
					row: 0,
					problems: [
						{
							column: 'birthdate',
							field: null,
							code: 'impossibleDate',
							message: 'is not a day that exists in the calendar',
						},
					],
					help: null,
				},
			},
		]);
		expect(imported).toContain('importer/account');
		expect(imported?.length).toBeLessThan(1000);
		expect(looked).toContain(instance.sandbox.importers()[0]?.id);

		expect(instance.sandbox.accounts()).toEqual([
			expect.objectContaining({
				referenceId: 'demo-ada',
				nameFirst: 'Ada',
				nameLast: 'Example',
				birthdate: '1990-12-10',
				tags: 'newsletter',
			}),
		]);
	});
});
